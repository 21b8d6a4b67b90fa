import { parentPort } from 'node:worker_threads'
import { weighLogins } from '../cases/fusion/weigh-logins.ts'
import { createLoginReader } from '../cases/rows/login-reader.ts'
import { openLogins, type SharedLogins } from '../cases/scores/shared-logins.ts'

// Once: with nobody left who listens, the thread ends.
parentPort?.once('message', (shared: SharedLogins) => {
  const { byOther, allowed } = shared
  const table = openLogins(shared)
  const weighed = weighLogins(
    table,
    createLoginReader(table, (row) => byOther !== undefined && byOther[row] === 1, allowed),
  )
  const columns = [weighed.logins, weighed.scores, weighed.evidence].flatMap((part) => Object.values(part))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window: it has no origin
  parentPort?.postMessage(
    weighed,
    columns.flatMap((column) => (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [])),
  )
})
