import { indexByAccount, type AccountRows } from '../rows/account-rows.ts'
import { isLockingOut, isPasswordReset, isResetRequest, isShutting } from '../rows/after-login.ts'
import type { LoginReader } from '../rows/login-reader.ts'
import { lineDepth } from '../scores/packed-novelty.ts'
import { MOST, type EvidenceContext, type LoginEvidence } from './login-evidence.ts'
import { createTraceWalk, isShutBy } from './trace-walk.ts'

const isReset = (row: number, read: LoginReader): boolean => isPasswordReset(read.cls(row)) && !read.isByOther(row)

/** What may be a trace. Most accounts have nothing but logins that worked, and nothing to walk through. */
const tracesByAccount = ({ table, read }: EvidenceContext): AccountRows => {
  const mayBe = Uint8Array.from(table.classes, (cls) =>
    cls.outcome !== 'success' || isLockingOut(cls.action) || isResetRequest(cls) || isShutting(cls) ? 1 : 0,
  )
  const isTrace = (row: number): boolean =>
    read.isAttempt(row) ||
    isResetRequest(read.cls(row)) ||
    isShutBy(row, read) ||
    (isLockingOut(read.cls(row).action) && (read.isChange(row) || isReset(row, read)))
  return indexByAccount(table, (row) => mayBe[table.cls.get(row)] === 1 && isTrace(row))
}

/** By source: identifiers that failed there and never got in there, up to `MOST`. */
const barrenNames = ({ table, read, logins }: EvidenceContext): Uint8Array => {
  const counts = new Uint8Array(table.places.sources.size)
  const hasLogin = new Uint8Array(counts.length)
  for (let at = 0; at < logins.size; at += 1) if ((logins.source[at] as number) >= 0) hasLogin[logins.source[at] as number] = 1
  const everIn = (account: number, source: number): boolean => {
    for (let at = logins.starts[account] as number; at < (logins.starts[account + 1] as number); at += 1)
      if (logins.source[at] === source) return true
    return false
  }
  const names = new Map<number, Set<number>>()
  for (let row = 0; row < table.size; row += 1) {
    if (!read.isAttempt(row)) continue
    const source = read.source(row)
    if (source < 0 || hasLogin[source] === 0) continue
    const account = table.account.get(row)
    const known = names.get(source)
    if (known !== undefined && known.size >= MOST) continue
    const name = account >= 0 ? account : -2 - table.name.get(row)
    if (known?.has(name) === true || (account >= 0 && everIn(account, source))) continue
    if (known === undefined) names.set(source, new Set([name]))
    else known.add(name)
  }
  for (const [source, { size }] of names) counts[source] = size
  return counts
}

export const gatherEvidence = (context: EvidenceContext): LoginEvidence => {
  const { table, logins, novelty } = context
  const found: LoginEvidence = {
    failed: new Uint8Array(logins.size),
    barren: new Uint8Array(logins.size),
    tries: new Uint8Array(logins.size),
    reset: new Uint8Array(logins.size),
    forgotten: new Uint8Array(logins.size),
    changed: new Uint8Array(logins.size),
    renewed: new Uint8Array(logins.size),
    seized: new Uint8Array(logins.size),
    reply: new Uint8Array(logins.size),
  }
  const traces = tracesByAccount(context)
  const walk = createTraceWalk(context, found)
  for (let account = 0; account < table.accounts.size; account += 1) {
    const start = logins.starts[account] as number
    const end = logins.starts[account + 1] as number
    if (end > start && traces.starts[account] !== traces.starts[account + 1]) walk(traces.of(account), start, end)
  }
  const { reset, forgotten, changed, renewed, seized } = found
  for (let at = 0; at < logins.size; at += 1)
    if (changed[at] === 1 && (reset[at] === 1 || forgotten[at] === 1 || renewed[at] === 1)) seized[at] = 1
  const barren = barrenNames(context)
  for (let at = 0; at < logins.size; at += 1) {
    const source = logins.source[at] as number
    const of = novelty[at] as number
    if (source >= 0 && (of < 0 || lineDepth(of) > 0)) found.barren[at] = barren[source] as number
  }
  return found
}
