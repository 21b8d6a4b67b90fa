import { candidates } from './candidates.ts'
import { createCommutes } from '../lines/commuted-networks.ts'
import { findDeeds } from '../intruders/deeds.ts'
import type { Attacks } from '../attacks/find-attacks.ts'
import { fuseWithDaysBefore } from '../attacks/as-it-stood.ts'
import { NO_INTRUDERS } from '../intruders/intruders.ts'
import { createHomeCountries } from '../lines/home-countries.ts'
import { createFarSessions } from '../lines/far-sessions.ts'
import { judgeAccount, type JudgedAccount } from './judge-account.ts'
import { judgeAccounts, sourcesOfIntruders, type Judge } from './judge-accounts.ts'
import type { JudgeContext } from './judge-context.ts'
import { createOnBehalf } from '../lines/on-behalf.ts'
import { byRank } from './rank-accounts.ts'
import { createRentedMachines } from '../lines/rented-machines.ts'
import { findResetHits } from '../attacks/reset-waves.ts'
import type { LoginScores } from '../scores/score-logins.ts'
import { findSharedLines } from '../lines/shared-lines.ts'
import { fromAny } from '../sources/attack-source.ts'
import type { Survey } from './survey.ts'

const createContext = (survey: Survey, { sources, waveHits }: Attacks, flagged: Uint8Array): JudgeContext => {
  const { table, read, weights, days, findings, isHouseProgram, successFormats } = survey
  const fusion = fuseWithDaysBefore(table, weights, days, fromAny(sources, table, read))
  const isOnBehalf = createOnBehalf(table, read, fusion.scores.accountsOn, isHouseProgram)
  return {
    table,
    read,
    sources,
    waveHits,
    sharedLines: findSharedLines(table, findings, sources, read),
    flagged,
    fusion,
    resetHits: findResetHits(table, read),
    isOnBehalf,
    isCommuted: createCommutes(table, read),
    isFarUsual: createFarSessions(table, findings),
    isHomeCountry: createHomeCountries(table, read),
    isRented: createRentedMachines(table, read, isOnBehalf),
    deeds: findDeeds(table, read),
    intruders: NO_INTRUDERS,
    successFormats,
  }
}

const accountsWorthALook = (
  { table, read, findings, members }: Survey,
  { sources, fusion, resetHits, waveHits, deeds }: JudgeContext,
): ReadonlySet<number> =>
  new Set([
    ...candidates(table, findings, sources, members, read),
    ...fusion.byAccount.keys(),
    ...fusion.failedBefore,
    ...deeds.keys(),
    ...[...resetHits.keys(), ...waveHits.keys()].map((row) => table.account.get(row)),
  ])

const judgeOf = ({ byAccount, findings }: Survey): Judge => {
  const ofAccount = Map.groupBy(findings, ({ accountKey }) => accountKey)
  return (key, context) => judgeAccount(key, byAccount.of(key), ofAccount.get(key) ?? [], context)
}

export interface JudgedEverybody {
  /** Worst first, then by time, then by id. */
  readonly accounts: readonly JudgedAccount[]
  readonly attacks: Attacks
  readonly scores: LoginScores
}

/** Every account that is worth a look, judged; and the attacks, with what the accounts that were entered tell of them. */
export const judgeEverybody = (survey: Survey, flagged: Uint8Array): JudgedEverybody => {
  const { table, read, members, attacksWith } = survey
  const told = attacksWith(new Set())
  const context = createContext(survey, told, flagged)
  const judge = judgeOf(survey)
  const first = judgeAccounts(accountsWorthALook(survey, context), context, judge)
  const done = (judged: ReadonlyMap<number, JudgedAccount>, attacks: Attacks): JudgedEverybody => ({
    accounts: [...judged.values()].toSorted(byRank(table)),
    attacks,
    scores: context.fusion.scores,
  })
  // Who got into an account tried others, too: fewer than a rule asks for, and the owner's success no longer explains them.
  const intruders = sourcesOfIntruders(first.values(), context)
  if (intruders.size === 0) return done(first, told)
  const attacks = attacksWith(intruders)
  const theirs = new Map([...attacks.sources].filter(([source]) => intruders.has(source)))
  const again = candidates(table, [], theirs, members, read)
  return done(judgeAccounts(again, { ...context, sources: attacks.sources }, judge, first), attacks)
}
