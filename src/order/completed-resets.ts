import { DAY_US } from '../kernel/time-units.ts'
import type { EventClass } from '../model/event-class.ts'
import { emptyDraft } from '../model/event.ts'
import type { EventClasses } from './event-classes.ts'
import type { DraftColumn, TableColumn } from './table-column.ts'

/** The links of most services live no longer. */
const LINK_LIVES_US = DAY_US

interface ResetColumns {
  readonly time: TableColumn
  readonly account: TableColumn
  readonly cls: DraftColumn
}

const ASKED = 1
const CHANGED = 2
/** Whoever is in may change the password in the settings; whoever is not has only the link. */
const IS_IN = 3

const stepOf = ({ action, outcome }: EventClass): number => {
  if (outcome !== 'success') return 0
  if (action === 'password-reset-request') return ASKED
  if (action === 'password-change') return CHANGED
  return action === 'login' || action === 'session-use' || action === 'password-reset' ? IS_IN : 0
}

/**
 * Some systems have one record for a password that was changed and one that was set anew by the link of a reset message (Keycloak:
 * SEND_RESET_PASSWORD, UPDATE_PASSWORD, LOGIN). A change after a request with no login in between is the reset that was asked for.
 */
export const nameCompletedResets = (classes: EventClasses, { time, account, cls }: ResetColumns): void => {
  const steps = classes.list.map(stepOf)
  if (!steps.includes(ASKED) || !steps.includes(CHANGED)) return
  const askedAt = new Map<number, number>()
  for (let row = 0; row < cls.length; row += 1) {
    const of = cls.get(row)
    const step = steps[of]
    if (step === 0 || account.get(row) < 0) continue
    const who = account.get(row)
    if (step === ASKED) askedAt.set(who, time.get(row))
    else if (step === CHANGED && time.get(row) - (askedAt.get(who) ?? -Infinity) <= LINK_LIVES_US) {
      const { format, ...changed } = classes.list[of] as EventClass
      cls.set(row, classes.intern({ ...emptyDraft(), ...changed, action: 'password-reset' }, format))
      askedAt.delete(who)
    } else if (step === IS_IN) askedAt.delete(who)
  }
}
