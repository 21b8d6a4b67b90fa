import { isPlain } from './envelope.ts'

/** What Elasticsearch's bulk files write above each document: https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk */
export const BULK_ACTIONS: ReadonlySet<string> = new Set(['index', 'create', 'update', 'delete'])
const BULK_KEYS =
  /^(?:_\w+|routing|pipeline|version|version_type|if_seq_no|if_primary_term|require_alias|require_data_stream|retry_on_conflict)$/

/** An object that only says where the next one belongs. */
export const isBulkAction = (value: unknown): boolean => {
  if (!isPlain(value)) return false
  const [name, ...more] = Object.keys(value)
  if (name === undefined || more.length > 0 || !BULK_ACTIONS.has(name)) return false
  const meta = value[name]
  return isPlain(meta) && Object.keys(meta).every((key) => BULK_KEYS.test(key))
}

/**
 * Lines that tools put between the lines of a log: journalctl's marks, the names of files of `tail` and `head`, the head of
 * Grafana's download, CloudWatch asking whether somebody listens.
 */
const BETWEEN =
  /^(?:-- (?:Logs begin|Journal begins|Boot |Reboot --|No entries --|cursor: )|==> .{1,255} <==$|Common labels: \{|Line limit: "?\d|Total bytes processed: |CWL CONTROL MESSAGE: )/
/** `-`, `=`, `C`, `L`, `T`: hardly a line of a log begins so. */
const mayBegin = (line: string): boolean => {
  const first = line.charCodeAt(0)
  return first === 45 || first === 61 || first === 67 || first === 76 || first === 84
}

export const isBetweenLines = (line: string): boolean => mayBegin(line) && BETWEEN.test(line)
