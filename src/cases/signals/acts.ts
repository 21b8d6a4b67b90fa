import type { Action } from '../../model/vocabulary.ts'
import { harmOf } from '../rows/after-login.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AccountSession } from '../rows/sessions.ts'
import type { Signal } from './signal.ts'

/** What was done in the suspicious sessions, one reason per kind of act, unless a reason tells it already. */
export const actSignals = (sessions: readonly AccountSession[], told: readonly Signal[], read: RowReader): Signal[] => {
  const known = new Set(
    told
      .filter(({ messageId }) => messageId === 'reason.change-after-login' || messageId === 'reason.post-login-action')
      .flatMap(({ rows }) => rows),
  )
  const byAction = new Map<Action, number[]>()
  for (const row of sessions.flatMap(({ rows }) => rows)) {
    const { action, outcome } = read.cls(row)
    if (harmOf(action) === undefined || outcome === 'failure' || outcome === 'blocked' || known.has(row)) continue
    const rows = byAction.get(action)
    if (rows === undefined) byAction.set(action, [row])
    else rows.push(row)
  }
  return [...byAction].map(([action, rows]): Signal => {
    const at = read.time(rows[0] as number)
    return {
      rule: 'acts',
      weight: 'context',
      messageId: 'reason.post-login-action',
      at,
      rows,
      success: undefined,
      data: { time: { time: at }, action, count: rows.length },
    }
  })
}
