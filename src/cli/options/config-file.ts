import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Document, LineCounter } from 'yaml'
import { complain, complainUnknown } from '../../i18n/complaint.ts'
import type { MessageId } from '../../i18n/catalogue.ts'
import { systemCode } from '../../kernel/system-code.ts'
import { readText } from './read-file.ts'

/** What `ashiato.yaml` may say. */
export interface Config {
  readonly rules: Readonly<Record<string, Readonly<Record<string, number | string | boolean>>>>
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /** What the service does not have. */
  readonly without: readonly string[]
  /** How long its tokens live: `30m`. */
  readonly tokenLifetime: string | undefined
  /** `file:line:column` of a key or list item, for complaints about it that are found later. */
  readonly whereIs: (path: readonly (string | number)[]) => string
}

const DEFAULT_NAME = 'ashiato.yaml'
const KEYS = ['rules', 'only', 'skip', 'without', 'token-lifetime']

type Fail = (keys: readonly (string | number)[], id: MessageId) => never

const emptyConfig = (path: string): Config => ({
  rules: {},
  only: [],
  skip: [],
  without: [],
  tokenLifetime: undefined,
  whereIs: () => path,
})

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isValue = (value: unknown): boolean => ['number', 'string', 'boolean'].includes(typeof value)

const textList = (value: unknown, key: string, fail: Fail): readonly string[] => {
  if (value === undefined) return []
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  return fail([key], 'complaint.config-list')
}

const text = (value: unknown, key: string, fail: Fail): string | undefined =>
  value === undefined || typeof value === 'string' ? value : fail([key], 'complaint.config-value')

const ruleTable = (value: unknown, fail: Fail): Config['rules'] => {
  if (value === undefined) return {}
  if (!isRecord(value)) return fail(['rules'], 'complaint.config-map')
  for (const [rule, parameters] of Object.entries(value)) {
    if (!isRecord(parameters)) return fail(['rules', rule], 'complaint.config-map')
    const bad = Object.keys(parameters).find((name) => !isValue(parameters[name]))
    if (bad !== undefined) fail(['rules', rule, bad], 'complaint.config-value')
  }
  return value as Config['rules']
}

/** Byte offset of a key, or of an item of a list, as far down the path as the document goes. */
const offsetOf = (document: Document, path: readonly (string | number)[]): number => {
  const last = path.at(-1)
  const holder: unknown = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (typeof holder !== 'object' || holder === null || !('items' in holder) || !Array.isArray(holder.items)) return 0
  const items: unknown[] = holder.items
  const item = typeof last === 'number' ? items[last] : items.find((pair) => keyText(pair) === last)
  const node: unknown = typeof item === 'object' && item !== null && 'key' in item ? item.key : item
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : 0
}

const keyText = (pair: unknown): string | undefined => {
  const key: unknown = typeof pair === 'object' && pair !== null && 'key' in pair ? pair.key : undefined
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined
}

const checked = (document: Document, lines: LineCounter, path: string): Config => {
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const whereIs: Config['whereIs'] = (keys) => at(offsetOf(document, keys))
  const fail: Fail = (keys, id) => {
    throw complain(id, { at: whereIs(keys), key: keys.join('.'), known: KEYS.join(', ') })
  }
  const [broken] = document.errors
  if (broken !== undefined) throw complain('complaint.yaml', { at: at(broken.pos[0]), detail: broken.code })
  const value: unknown = document.toJS()
  if (value === null || value === undefined) return emptyConfig(path)
  if (!isRecord(value)) return fail([], 'complaint.config-root')
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) throw complainUnknown(whereIs([unknown]), unknown, KEYS)
  return {
    rules: ruleTable(value['rules'], fail),
    only: textList(value['only'], 'only', fail),
    skip: textList(value['skip'], 'skip', fail),
    without: textList(value['without'], 'without', fail),
    tokenLifetime: text(value['token-lifetime'], 'token-lifetime', fail),
    whereIs,
  }
}

const parseConfig = async (text: string, path: string): Promise<Config> => {
  // Loaded only when there is a file to read: a run without one must not pay for the library.
  const { LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  try {
    return checked(document, lines, path)
  } catch (error) {
    // The library refuses aliases that multiply (a "billion laughs") only when they are resolved.
    if (error instanceof ReferenceError) throw complain('complaint.yaml', { at: `${path}:1:1`, detail: 'yaml-aliases' })
    throw error
  }
}

const isAbsent = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => false,
    (error: unknown) => systemCode(error) === 'ENOENT',
  )

/** Reads `--config FILE`, or `ashiato.yaml` in the working folder where there is one. */
export const readConfig = async (asked: string | undefined, cwd: string): Promise<Config> => {
  const path = asked ?? DEFAULT_NAME
  if (asked === undefined && (await isAbsent(resolve(cwd, path)))) return emptyConfig(path)
  return parseConfig(await readText(path, cwd, '--config'), path)
}
