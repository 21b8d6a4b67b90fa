import { tellsMembers } from '../i18n/describe/tells-members.ts'
import type { CaseDocument } from '../model/case.ts'
import { isCounted } from '../model/counted.ts'
import { isNobodys } from './decided.ts'
import { hasGaps } from './has-gaps.ts'

/** What a number counts: attempts (回), identifiers typed (ID), accounts (アカウント), persons (人), reports by customers (件). */
export type Unit = 'times' | 'ids' | 'accounts' | 'persons' | 'reports'

export type FigureId =
  | 'attempts'
  | 'tried-ids'
  | 'tried-members'
  | 'campaign-successes'
  | 'compromised'
  | 'suspected'
  | 'most-accounts'
  | 'most-persons'
  | 'password-known'
  | 'targeted'
  | 'undetermined'
  | 'class-A'
  | 'class-B'
  | 'class-C'
  | 'viewed'
  | 'changed'
  | 'points-used'
  | 'purchased'
  | 'acted-on-others'
  | 'actions-unknown'
  | 'victims-given'
  | 'victims-found'
  | 'victims-missing'

export interface Figure {
  readonly id: FigureId
  readonly value: number
  readonly unit: Unit
}

/** Persons who may be concerned, counted at the most that can be: one account is one person. */
export interface Persons {
  readonly judged: number
  readonly suspected: number
  /** The log cannot tell. */
  readonly undetermined: number
  /** Customers who reported it and are not in the log. */
  readonly reportedOnly: number
  /** Whose data a fault of the service may have shown to somebody else. */
  readonly exposed: number
  /** Accounts that the intruder made: nobody is behind them. Only those that are judged; one that is suspected may be somebody's. */
  readonly made: number
  readonly most: number
  /** Some log was not read whole or has gaps: it may be more. */
  readonly open: boolean
}

/** The possible maximum, which is what the law asks for: whoever cannot be ruled out is counted. */
export const personsOf = ({ summary, accounts }: CaseDocument): Persons => {
  const { compromised, suspected, undetermined } = summary.accounts
  const made = accounts.filter((account) => isCounted(account) && isNobodys(account)).length
  // Those that the log cannot tell about are counted as undetermined already.
  const reportedOnly = summary.victims?.missing.filter(({ why }) => why !== 'undetermined').length ?? 0
  return {
    judged: compromised,
    suspected,
    undetermined,
    reportedOnly,
    exposed: summary.exposure,
    made,
    most: compromised - made + suspected + undetermined + reportedOnly + summary.exposure,
    open: summary.incomplete || hasGaps(summary),
  }
}

/** Said only where it happened: in a shop's log nobody can act on others, and a zero would ask what is meant. */
const actsOnOthers = ({ acted = 0 }: CaseDocument['summary']['afterLogin']): readonly Figure[] =>
  acted === 0 ? [] : [{ id: 'acted-on-others', value: acted, unit: 'accounts' }]

/** Every figure of a case, once: what the workbook, the brief and the drafts say comes from here. */
export const figuresOf = (document: CaseDocument): readonly Figure[] => {
  const { summary } = document
  const { accounts, classes, afterLogin, victims } = summary
  const reports: readonly Figure[] =
    victims === null
      ? []
      : [
          { id: 'victims-given', value: victims.given, unit: 'reports' },
          { id: 'victims-found', value: victims.found, unit: 'reports' },
          { id: 'victims-missing', value: victims.missing.length, unit: 'reports' },
        ]
  return [
    { id: 'compromised', value: accounts.compromised, unit: 'accounts' },
    { id: 'suspected', value: accounts.suspected, unit: 'accounts' },
    { id: 'most-accounts', value: accounts.compromised + accounts.suspected, unit: 'accounts' },
    { id: 'undetermined', value: accounts.undetermined, unit: 'accounts' },
    { id: 'most-persons', value: personsOf(document).most, unit: 'persons' },
    { id: 'password-known', value: summary.passwordKnown, unit: 'accounts' },
    { id: 'targeted', value: accounts.targeted, unit: 'accounts' },
    { id: 'attempts', value: summary.attempts, unit: 'times' },
    { id: 'tried-ids', value: summary.triedIds, unit: 'ids' },
    ...(tellsMembers(summary) ? [{ id: 'tried-members', value: summary.triedMembers, unit: 'accounts' } as const] : []),
    { id: 'campaign-successes', value: summary.campaignSuccesses, unit: 'accounts' },
    { id: 'class-A', value: classes.A, unit: 'accounts' },
    { id: 'class-B', value: classes.B, unit: 'accounts' },
    { id: 'class-C', value: classes.C, unit: 'accounts' },
    { id: 'viewed', value: afterLogin.viewed, unit: 'accounts' },
    { id: 'changed', value: afterLogin.changed, unit: 'accounts' },
    { id: 'points-used', value: afterLogin.pointsUsed, unit: 'accounts' },
    { id: 'purchased', value: afterLogin.purchased, unit: 'accounts' },
    ...actsOnOthers(afterLogin),
    { id: 'actions-unknown', value: afterLogin.unknown, unit: 'accounts' },
    ...reports,
  ]
}
