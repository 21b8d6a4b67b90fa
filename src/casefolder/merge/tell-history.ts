import { say, type SayOptions } from '../../i18n/translate.ts'
import type { CaseAccount, CaseReason } from '../../model/case.ts'

const NONE = 'reason.no-history'
const LITTLE = 'reason.thin-history'
/** As many logins as make a past to compare with (docs/ARCHITECTURE.md). */
const ENOUGH_LOGINS = 5

const isAboutHistory = ({ messageId }: CaseReason): boolean => messageId === NONE || messageId === LITTLE

/** The added logs tell little of this account's past; those that the case knows were not asked. */
const ofNewerLogs = (reason: CaseReason, options: SayOptions): CaseReason => {
  const messageId = 'reason.history-not-reread'
  return { ...reason, messageId, data: {}, text: say(messageId, {}, options) }
}

/**
 * Newer logs by themselves hold little of anybody's past, and say so of an account whose habits the case has known for long. What the
 * case knows goes before it; where it knows nothing of the account, that is no statement about the logs that were not read again.
 */
export const tellHistory = (account: CaseAccount, isNew: boolean, options: SayOptions): CaseAccount => {
  const { usual, reasons, flags } = account
  if (!reasons.some(isAboutHistory)) return account
  if (usual.logins >= ENOUGH_LOGINS)
    return {
      ...account,
      reasons: reasons.filter((reason) => !isAboutHistory(reason)),
      flags: flags.filter((flag) => flag !== 'thinHistory'),
    }
  if (isNew) return { ...account, reasons: reasons.map((reason) => (isAboutHistory(reason) ? ofNewerLogs(reason, options) : reason)) }
  return usual.logins === 0 ? account : { ...account, reasons: reasons.filter(({ messageId }) => messageId !== NONE) }
}
