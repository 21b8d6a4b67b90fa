import { inLanguage } from './bilingual.ts'
import { formatDuration } from '../i18n/quantity.ts'
import { DAY_MS } from '../kernel/time-units.ts'
import type { CaseStep } from '../model/case.ts'
import { BY_HAND, isByHand } from './by-hand.ts'
import { ACCOUNT_STEPS, type StepId } from './catalogue/account-steps.ts'
import { declaredCommands, fillCommands, leastReversible, setupCommands } from './commands.ts'
import type { Provider, ProviderAct, ProviderCommand } from './define-provider.ts'
import type { CommandValues } from './fill-command.ts'
import { durationMs } from './due.ts'
import { planAccount } from './plan/plan-account.ts'
import { findProvider } from './provider-registry.ts'
import type { RecoveryAccount, RecoveryInput, RecoveryOptions } from './recovery-input.ts'
import { joinSentences } from './sentences.ts'
import { viewStep } from './step-view.ts'

const shiftDays = (time: string | null, days: number): string | undefined => {
  const ms = time === null ? Number.NaN : Date.parse(time)
  return Number.isNaN(ms) ? undefined : new Date(ms + days * DAY_MS).toISOString()
}

/** What the placeholders mean for this account; the log window is 30 days around the suspicious time. */
const valuesOf = (account: RecoveryAccount, period: RecoveryInput['period']): CommandValues => {
  const since = shiftDays(account.firstSuspicious ?? period.first, -30)
  const until = shiftDays(account.lastSuspicious ?? period.last, 30)
  return {
    account: account.account,
    name: account.names[0] ?? account.account,
    ...(account.tenant === null ? {} : { tenant: account.tenant }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(account.contactChanged?.old == null ? {} : { oldContact: account.contactChanged.old }),
    keys: account.newKeys ?? [],
  }
}

/** Acts of a step that make no sense for this account are left out: nothing to restore, no forwarding set, lists taken before (P0). */
const actsFor = (id: StepId, account: RecoveryAccount, listed: boolean): readonly ProviderAct[] =>
  (ACCOUNT_STEPS[id].acts ?? []).filter(
    (act) =>
      !(act === 'restore-contact' && account.contactChanged === null) &&
      !(act === 'remove-forwarding' && !account.forwardingChanged) &&
      !(listed && id.startsWith('P1') && act.startsWith('list-')),
  )

const AGAIN = { en: 'Look again {span} after it was done', ja: '実施から{span}後に再度確認する' } as const

/** What goes on working: in the provider's words where it has some, with the time until which, otherwise in those of the step. */
const residualOf = (
  step: CaseStep,
  declared: readonly ProviderCommand[],
  { lang, tokenLifetime }: RecoveryOptions,
): Pick<CaseStep, 'residualRisk' | 'residualFor'> => {
  const own = declared.flatMap(({ residual }) => (residual === undefined ? [] : [residual[lang]]))
  const known = declared.flatMap(({ residualFor }) => (residualFor === undefined ? [] : [residualFor]))
  const isRevoking = step.id.startsWith('E1')
  const longest = known.toSorted((left, right) => durationMs(right) - durationMs(left))[0]
  const residualFor = isRevoking || longest !== undefined ? (tokenLifetime ?? longest) : undefined
  const again = residualFor === undefined ? null : AGAIN[lang].replace('{span}', formatDuration(durationMs(residualFor), lang))
  return {
    residualRisk: joinSentences([...(own.length > 0 ? own : [step.residualRisk]), again], lang),
    ...(residualFor === undefined ? {} : { residualFor }),
  }
}

const ONE_OF = { en: 'One of these in the log: {records}', ja: 'ログに次のいずれかの記録がある: {records}' } as const

/** The log events that prove the step. Any one of them ticks it off, so a list says so. */
const provenBy = (declared: readonly ProviderCommand[], lang: RecoveryOptions['lang']): string | null => {
  const texts = new Set(declared.flatMap(({ proof }) => (proof === undefined ? [] : [inLanguage(proof.text, lang)])))
  if (texts.size === 0) return null
  const records = [...texts].join(' / ')
  return records.includes(' / ') ? ONE_OF[lang].replace('{records}', () => records) : records
}

const withCommands = (
  step: CaseStep,
  declared: readonly ProviderCommand[],
  provider: Provider,
  values: CommandValues,
  options: RecoveryOptions,
): CaseStep => {
  const { lang } = options
  return {
    ...step,
    commands: fillCommands(provider, declared, values, lang),
    reversible: step.reversible === null ? null : leastReversible(declared, step.reversible),
    userImpact: joinSentences(declared.some((c) => c.userImpact) ? declared.map((c) => c.userImpact?.[lang]) : [step.userImpact], lang),
    ...residualOf(step, declared, options),
    proof: joinSentences([provenBy(declared, lang), step.proof, isByHand(provider, step.id as StepId) ? BY_HAND[lang] : null], lang),
  }
}

/** What the provider's commands rely on stands once, before the first of them. */
const withSetup = (steps: readonly CaseStep[], provider: Provider, lang: RecoveryOptions['lang']): readonly CaseStep[] => {
  const first = steps.findIndex(({ commands }) => commands.length > 0)
  const setup = setupCommands(provider, lang)
  return steps.map((step, index) => (index === first ? { ...step, commands: [...setup, ...step.commands] } : step))
}

/** The ordered checklist of one account. */
export const accountSteps = (account: RecoveryAccount, input: RecoveryInput, options: RecoveryOptions): readonly CaseStep[] => {
  const provider = findProvider(account.provider, options.providers)
  const values = valuesOf(account, input.period)
  const ids = planAccount(account, input.campaigns, options).steps
  const steps = ids.map((id) => {
    const step = viewStep(ACCOUNT_STEPS[id], { id, scope: 'account', lang: options.lang, awareAt: options.awareAt })
    return withCommands(step, declaredCommands(provider, actsFor(id, account, ids.includes('P0'))), provider, values, options)
  })
  return withSetup(steps, provider, options.lang)
}
