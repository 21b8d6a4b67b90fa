import type { Lang } from '../model/vocabulary.ts'
import type { Bilingual } from './bilingual.ts'
import type { StepId } from './catalogue/account-steps.ts'
import { ACCOUNT_STEPS } from './catalogue/account-steps.ts'
import type { Provider } from './define-provider.ts'

/** Said of a step that newer logs can never tick off, so that it is not waited for in silence. */
export const BY_HAND: Bilingual = {
  en: "Cannot be proven from this system's log: tick it off by hand",
  ja: 'このシステムのログでは完了を確認できないため、実施後に手作業で記録する',
}

/** Does the provider's log tell nothing of what the step does there? Lists and exports are evidence of themselves. */
export const isByHand = (provider: Provider, id: StepId): boolean => {
  const offered = (ACCOUNT_STEPS[id].acts ?? []).filter((act) => provider.acts[act] !== undefined && !/^(?:list|export)-/.test(act))
  return offered.length > 0 && offered.every((act) => provider.notInLog?.includes(act) === true)
}

const PARTLY: Bilingual = {
  en: 'Cannot be proven from the log of {systems}: tick it off by hand there',
  ja: '{systems}のログでは完了を確認できないため、該当分は実施後に手作業で記録する',
}

/** The same of a step for many accounts: of all, or by the names of the systems whose log is silent. */
export const byHandOfMany = (of: readonly Provider[], id: StepId, lang: Lang): string | null => {
  const systems = [...new Set(of)]
  const silent = systems.filter((provider) => isByHand(provider, id)).map(({ title }) => title)
  if (silent.length === 0) return null
  return silent.length === systems.length ? BY_HAND[lang] : PARTLY[lang].replace('{systems}', () => silent.toSorted().join(', '))
}
