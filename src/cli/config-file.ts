import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { userError } from '../kernel/user-error.ts'

/** What `ashiato.yaml` may say. */
export interface Config {
  readonly rules: Readonly<Record<string, Readonly<Record<string, number | string | boolean>>>>
  readonly only: readonly string[]
  readonly skip: readonly string[]
}

export const EMPTY_CONFIG: Config = { rules: {}, only: [], skip: [] }

const DEFAULT_NAME = 'ashiato.yaml'

type Value = number | string | boolean

interface Located {
  readonly fail: (path: readonly (string | number)[], message: string) => never
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isValue = (value: unknown): value is Value => ['number', 'string', 'boolean'].includes(typeof value)

const textList = (value: unknown, key: string, { fail }: Located): readonly string[] => {
  if (value === undefined) return []
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  return fail([key], `"${key}" must be a list of rule ids, tags or severities`)
}

const ruleTable = (value: unknown, { fail }: Located): Config['rules'] => {
  if (value === undefined) return {}
  if (!isRecord(value)) return fail(['rules'], '"rules" must map rule ids to parameters')
  for (const [rule, parameters] of Object.entries(value)) {
    if (!isRecord(parameters)) fail(['rules', rule], `"${rule}" must map parameters to values`)
    for (const [name, setting] of Object.entries(parameters as Record<string, unknown>)) {
      if (!isValue(setting)) fail(['rules', rule, name], `"${rule}.${name}" must be a number, a text, true or false`)
    }
  }
  return value as Config['rules']
}

const KEYS = ['rules', 'only', 'skip']

const parseConfig = async (text: string, path: string): Promise<Config> => {
  // Loaded only when there is a file to read: a run without one must not pay for the library.
  const { LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken !== undefined) throw userError(`${at(broken.pos[0])}: ${broken.message.split('\n', 1)[0]}`, 'Mend the YAML at this line and column.')
  const located: Located = {
    fail: (keys, message) => {
      const node = document.getIn(keys, true)
      const offset = typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : 0
      throw userError(`${at(offset)}: ${message}`, 'See docs/GUIDE.md, "Configuration".')
    },
  }
  const value: unknown = document.toJS()
  if (value === null || value === undefined) return EMPTY_CONFIG
  if (!isRecord(value)) return located.fail([], 'the file must map keys to values')
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) located.fail([unknown], `"${unknown}" is not known (known: ${KEYS.join(', ')})`)
  return { rules: ruleTable(value['rules'], located), only: textList(value['only'], 'only', located), skip: textList(value['skip'], 'skip', located) }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Reads `--config FILE`, or `ashiato.yaml` in the working folder where there is one. */
export const readConfig = async (asked: string | undefined, cwd: string): Promise<Config> => {
  const path = asked ?? DEFAULT_NAME
  let text: string
  try {
    text = await readFile(isAbsolute(path) ? path : join(cwd, path), 'utf8')
  } catch (error) {
    if (asked === undefined && isMissing(error)) return EMPTY_CONFIG
    throw userError(`Configuration ${path} could not be read: ${error instanceof Error ? error.message : String(error)}`, 'Check the path of --config.')
  }
  return parseConfig(text, path)
}
