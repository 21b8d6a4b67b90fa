import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'
import type { Lang } from '../../model/vocabulary.ts'
import { codeKey } from './mapping.ts'
import { nameKey } from './column-name.ts'
import { BOOLEAN_NAMES, COLUMN_WORDS } from './column-words.ts'
import { ACTION_WORDS, OUTCOME_WORDS } from './value-words.ts'
import type { Columns } from './columns.ts'
import { valuesOf } from './table.ts'
import type { SampleTable } from './table.ts'
import type { Text } from './text.ts'

/** Loaded when a mapping is written, in the middle of a synchronous guess: 30 ms that every other run keeps. */
const loadYaml = (): typeof Yaml => createRequire(import.meta.url)('yaml')

const MOST_CODES = 20
/** Whether 0 or 1 is the success is for a person to say where the column's name does not. */
const WITHOUT_DIGITS: ReadonlyMap<string, object> = new Map([...OUTCOME_WORDS].filter(([word]) => !/^[01]$/.test(word)))
/** Values come from the log: control and direction characters would act on the terminal that shows the skeleton. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD').slice(0, 80)

const codesOf = (
  table: SampleTable,
  column: string | undefined,
  known: ReadonlyMap<string, object>,
  unknown: string,
): Record<string, string> | undefined => {
  if (column === undefined) return undefined
  const values = [...new Set(valuesOf(table, column).map(shown))].sort().slice(0, MOST_CODES)
  const meaning = (value: string): string => Object.values(known.get(codeKey(value)) ?? { unknown }).join('/')
  return Object.fromEntries(values.map((value) => [value, meaning(value)]))
}

const WORDS: Readonly<Record<'columns' | 'advice', Text>> = {
  columns: { en: 'Columns', ja: '列' },
  advice: {
    en: 'Save as my-log.yaml, replace every TODO, and run again with --map my-log.yaml (docs/MAPPING.md)',
    ja: 'my-log.yaml として保存し、TODO をすべて置き換え、--map my-log.yaml を付けて再実行(docs/MAPPING.md)',
  },
}

const REST = Object.keys(COLUMN_WORDS).filter((field) => !['time', 'action', 'outcome', 'reason'].includes(field))

/**
 * A mapping for exactly these columns, ready to be edited: what was recognised is filled in, the rest says TODO
 * (and does not load until it is replaced).
 */
export const mappingSkeleton = (table: SampleTable, columns: Columns, lang: Lang): string => {
  const column = (field: 'time' | 'action' | 'outcome'): string => shown(columns.get(field) ?? 'TODO')
  const fields = REST.flatMap((field) => {
    const name = columns.get(field as 'ip')
    return name === undefined ? [] : [[field, shown(name)] as const]
  })
  const hasUser = columns.has('username') || columns.has('account')
  const action = codesOf(table, columns.get('action'), ACTION_WORDS, 'TODO')
  const isClear = BOOLEAN_NAMES.has(nameKey(columns.get('outcome') ?? ''))
  const outcome = codesOf(table, columns.get('outcome'), isClear ? OUTCOME_WORDS : WITHOUT_DIGITS, 'TODO')
  const body = loadYaml().stringify(
    {
      ashiato: 'mapping/1',
      id: 'my-log',
      kind: table.kind,
      zone: 'option',
      time: { from: column('time'), syntax: 'any' },
      fields: Object.fromEntries([
        ...(hasUser ? [] : [['username', 'TODO'] as const]),
        ...(columns.has('ip') ? [] : [['ip', 'TODO'] as const]),
        ...fields,
      ]),
      ...(action === undefined ? {} : { action: { from: column('action'), codes: action } }),
      outcome: { from: column('outcome'), codes: outcome ?? { TODO: 'success' } },
    },
    { lineWidth: 0 },
  )
  const names = table.names.slice(0, 60).map(shown).join(', ')
  return `# ${WORDS.columns[lang]}: ${names}\n# ${WORDS.advice[lang]}\n${body}`
}
