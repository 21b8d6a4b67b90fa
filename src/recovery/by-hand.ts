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
