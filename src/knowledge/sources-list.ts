import { complain } from '../i18n/complaint.ts'
import { parseCidr } from '../kernel/ip.ts'
import type { SourceEntry } from '../model/knowledge.ts'
import { timeOf, valueOf, type ValueContext } from './entry-values.ts'
import { readEntries, type Entry, type EntryShape } from './read-entries.ts'

const shapeOf = (option: string): EntryShape => ({
  option,
  columns: {
    address: ['ip', 'cidr', 'source', 'addresses', 'ips', 'ipaddress', 'range', 'ipアドレス', '接続元', 'アドレス'],
    asn: ['as'],
    network: ['org', 'operator', 'isp', 'ネットワーク', '回線'],
    agent: ['useragent', 'ua', 'ユーザーエージェント'],
    from: ['since', 'start', '開始'],
    until: ['to', 'end', 'expires', '終了', '期限'],
    note: ['why', 'comment', 'description', 'name', 'label', '備考', '名称'],
    entry: [],
  },
  bare: 'entry',
  list: 'sources',
  beside: [],
})

const AS_NUMBER = /^(?:AS)?(\d{1,10})$/i

/** A bare line: an address range, `AS64500`, `network: NAME`, `agent: NAME`, with a remark after ` #`. */
const bareValues = (text: string): ReadonlyMap<string, readonly string[]> => {
  const [said = '', ...remark] = text.split(/\s+#/)
  const note: readonly (readonly [string, readonly string[]])[] = remark.length === 0 ? [] : [['note', [remark.join(' #').trim()]]]
  const [, kind, value = ''] = /^(network|agent)\s*:\s*(.+)$/i.exec(said.trim()) ?? []
  if (kind !== undefined) return new Map([[kind.toLowerCase(), [value.trim()]], ...note])
  if (/^AS\d+$/i.test(said.trim())) return new Map([['asn', [said.trim()]], ...note])
  return new Map([['address', [said.trim()]], ...note])
}

const asnOf = (entry: Entry, option: string): number | undefined => {
  const text = valueOf(entry, 'asn')
  if (text === undefined) return undefined
  const [, digits] = AS_NUMBER.exec(text) ?? []
  if (digits === undefined) throw complain('complaint.list-asn', { option, at: entry.at, value: text })
  return Number(digits)
}

const addressesOf = (entry: Entry, option: string): readonly string[] =>
  (entry.values.get('address') ?? [])
    .flatMap((text) => text.split(/[\s,;|]+/))
    .filter((text) => text !== '')
    .map((text) => {
      if (parseCidr(text) === undefined) throw complain('complaint.list-address', { option, at: entry.at, value: text })
      return text
    })

const sourceOf = (read: Entry, context: ValueContext): SourceEntry => {
  const bare = valueOf(read, 'entry')
  const entry = bare === undefined ? read : { at: read.at, values: bareValues(bare) }
  const found = {
    at: entry.at,
    addresses: addressesOf(entry, context.option),
    asn: asnOf(entry, context.option),
    network: valueOf(entry, 'network'),
    agent: valueOf(entry, 'agent'),
    from: timeOf(entry, 'from', context),
    until: timeOf(entry, 'until', context, true),
    note: valueOf(entry, 'note'),
  }
  if (found.addresses.length === 0 && found.asn === undefined && found.network === undefined && found.agent === undefined)
    throw complain('complaint.list-nothing', { option: context.option, at: entry.at })
  return found
}

/** `--allow` and `--intel`: addresses, networks and programs, each with a period and a remark where wanted. */
export const parseSources = (text: string, path: string, context: ValueContext): readonly SourceEntry[] =>
  readEntries(text, path, shapeOf(context.option)).entries.map((entry) => sourceOf(entry, context))
