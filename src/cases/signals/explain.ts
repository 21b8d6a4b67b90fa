import { isAffected, type Verdict } from '../../model/vocabulary.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import type { History } from '../habits/history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { isPlanted } from './same-hand.ts'
import { remark, UNKNOWN, type Signal } from './signal.ts'

export interface ExplainInput {
  readonly verdict: Verdict
  readonly found: readonly Signal[]
  readonly usual: History
  readonly tries: readonly number[]
  readonly attackSources: readonly AttackSource[]
  /** Events with the right password that the second factor stopped. */
  readonly known: readonly number[]
  readonly rows: Int32Array
  readonly read: RowReader
  readonly recordsSuccesses: boolean
}

/** Below this many logins the reader is told how little "usual" stands on. */
const FEW_LOGINS = 5

const tried = ({ found, tries, attackSources, read }: ExplainInput): Signal[] => {
  const [first] = tries
  if (first === undefined || found.some(({ messageId }) => messageId === 'reason.success-from-attack-source')) return []
  return [
    remark('attempts', 'reason.tried-by-campaign', read.time(first), tries, { attempts: tries.length, sources: attackSources.length }),
  ]
}

const stopped = ({ known, read }: ExplainInput): Signal[] => {
  const last = known.at(-1)
  if (last === undefined) return []
  const data = { time: { time: read.time(last) }, source: read.sourceText(last) ?? UNKNOWN, times: known.length }
  return [remark('password-known', 'reason.mfa-stopped', read.time(last), known, data)]
}

const noSuccesses = ({ rows, read }: ExplainInput): Signal[] => {
  const [first] = rows
  if (first === undefined) return []
  return [remark('coverage', 'reason.no-success-recorded', read.time(first), [], { format: read.cls(first).format })]
}

/** Both say that little is known of the owner's ways. */
export const THIN_HISTORY = 'reason.thin-history'
export const NO_HISTORY = 'reason.no-history'

const thinPast = ({ found, usual }: ExplainInput): Signal[] => {
  const at = found.find(({ weight }) => weight !== 'context')?.at
  if (at === undefined || usual.logins >= FEW_LOGINS || isPlanted(found)) return []
  const messageId = usual.logins === 0 ? NO_HISTORY : THIN_HISTORY
  return [remark('history', messageId, at, [], { logins: usual.logins })]
}

const twoFindings = ({ verdict, found }: ExplainInput): Signal[] => {
  const medium = found.filter(({ weight }) => weight === 'medium')
  const last = medium.at(-1)
  if (verdict !== 'suspected' || last === undefined || found.some(({ weight }) => weight === 'suspected')) return []
  return [remark('two-findings', 'reason.two-findings', last.at, [], {})]
}

/** What the reader must know beside the signals to follow the verdict. */
export const explainVerdict = (input: ExplainInput): Signal[] => {
  const hit = isAffected(input)
  return [
    ...tried(input),
    ...(hit ? twoFindings(input) : stopped(input)),
    ...(input.verdict === 'undetermined' && !input.recordsSuccesses ? noSuccesses(input) : []),
    ...(input.verdict === 'targeted' ? [] : thinPast(input)),
  ]
}
