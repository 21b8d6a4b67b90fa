import { lookup } from '../../kernel/lookup.ts'
import { epochTime, type Classified, type CsvShape } from '../define-format.ts'
import { wordfenceActions } from './message-codes.ts'

const classify = (action?: string): Classified => {
  const meaning = lookup<Classified>(wordfenceActions, action)
  if (meaning !== undefined) return meaning
  return action?.startsWith('login') === true ? { reject: 'unknown-code', detail: action.slice(0, 60) } : { ignore: 'other-event' }
}

/** Wordfence's table of logins (`wp_wfLogins`), saved as CSV. */
export const wordfence: CsvShape = {
  name: 'wordfence-logins',
  kind: 'csv',
  signature: { columns: ['ctime', 'fail', 'action', 'username', 'userid', 'ip', 'ua'] },
  fields: {
    time: epochTime('ctime'),
    account: { from: ['userid'], to: (id) => (id === '0' ? undefined : id) },
    username: 'username',
    // The table itself keeps addresses as 16 bytes; who exports it with INET6_NTOA gets text.
    ip: 'ip',
    userAgent: 'ua',
  },
  classify: { by: ['action'], to: classify },
}
