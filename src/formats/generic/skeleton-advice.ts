import type { Lang } from '../../model/vocabulary.ts'
import { valuesOf } from './table.ts'
import type { SampleTable } from './table.ts'
import type { Text } from './text.ts'

const MOST_COLUMNS = 40
const EXAMPLES = 3
const LONGEST_EXAMPLE = 24

const WORDS: Readonly<Record<'columns' | 'advice' | 'empty' | 'lines' | 'groups' | 'left', Text>> = {
  lines: { en: 'Kinds of lines, how many of the first lines are of each, and one of them', ja: '行の種類・件数(先頭部分)・例' },
  groups: { en: 'What their groups hold', ja: 'グループ名と値の例' },
  left: {
    en: 'more kinds of lines are left out; those that matter need a pattern of their own',
    ja: '種類の行は省略した。必要なら patterns に追加する',
  },
  columns: { en: 'Columns, and what stands in them', ja: '列と値の例' },
  advice: {
    en: 'Save as my-log.yaml, replace every TODO, and run again with --map my-log.yaml (docs/MAPPING.md)',
    ja: 'my-log.yaml として保存し、TODO をすべて置き換え、--map my-log.yaml を付けて再実行(docs/MAPPING.md)',
  },
  empty: { en: '(empty)', ja: '(空)' },
}

/** What stands beside lines of the mapping, for whoever edits them. */
const BESIDE: readonly (readonly [line: RegExp, advice: Text])[] = [
  [
    /^zone: option$/m,
    {
      en: 'of times without an offset: what --timezone says; or Asia/Tokyo, UTC, +09:00',
      ja: '時差の書かれていない日時のタイムゾーン。--timezone に従う。Asia/Tokyo、UTC、+09:00 とも書ける',
    },
  ],
  [/^ {2}username: TODO$/m, { en: 'the column with who logged in', ja: 'だれのログインかを示す列' }],
  [
    /^ {2}from: TODO$/m,
    {
      en: 'the column with date and time, or instead of from and syntax: join: [date, time]',
      ja: '日時の列。日付と時刻が別の列なら、from と syntax の代わりに join: [日付, 時刻]',
    },
  ],
  [
    /^action:$/m,
    {
      en: 'what was done: login, logout, password-change, … ; ignore leaves it out; login/success, login/failure/bad-password say how it ended too',
      ja: '操作の種類: login, logout, password-change など。ignore は対象外にする。login/success、login/failure/bad-password のように成否も書ける',
    },
  ],
  [
    /^outcome:$/m,
    {
      en: 'success, failure, blocked, challenge, or with a reason: failure/bad-password',
      ja: 'success, failure, blocked, challenge。failure/bad-password のように理由も書ける',
    },
  ],
  [
    /^outcome: TODO$/m,
    {
      en: 'success where this log has only logins that succeeded, failure where only failures; otherwise the column that says it: { from: COLUMN, codes: { OK: success, NG: failure } }',
      ja: '成功したログインだけのログなら success、失敗だけなら failure。成否の列があるなら { from: 列名, codes: { OK: success, NG: failure } }',
    },
  ],
]

/** Values as a comment may show them. */
const shown = (text: string): string => {
  const line = text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD').trim()
  return line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE)}…` : line
}

const exampleLine = (name: string, values: readonly string[], lang: Lang): string => {
  const examples = [...new Set(values.map(shown))].slice(0, EXAMPLES)
  return `#   ${shown(name)}: ${examples.length === 0 ? WORDS.empty[lang] : examples.join(', ')}`
}

const withAdvice = (mapping: string, lang: Lang): string =>
  BESIDE.reduce((text, [line, advice]) => text.replace(line, (found) => `${found} # ${advice[lang]}`), mapping)

/** A mapping with what its editor needs to know: the columns with examples above it, words that may stand there beside its lines. */
export const adviceOn = (mapping: string, table: SampleTable, lang: Lang): string => {
  const columns = table.names.slice(0, MOST_COLUMNS).map((name) => exampleLine(name, valuesOf(table, name), lang))
  return [`# ${WORDS.columns[lang]}:`, ...columns, `# ${WORDS.advice[lang]}`, withAdvice(mapping, lang)].join('\n')
}

/** What a mapping of a text log was made from. */
export interface TextSeen {
  readonly examples: readonly { readonly name: string; readonly count: number; readonly example: string }[]
  readonly values: ReadonlyMap<string, readonly string[]>
  /** Kinds of lines that it has no pattern for. */
  readonly left: number
}

/** The same for a text log: its kinds of lines above it. */
export const adviceOnText = (mapping: string, { examples, values, left }: TextSeen, lang: Lang): string =>
  [
    `# ${WORDS.lines[lang]}:`,
    ...examples.map(({ name, count, example }) => `#   ${name} (${count}): ${example}`),
    ...(left === 0 ? [] : [`#   ${left} ${WORDS.left[lang]}`]),
    `# ${WORDS.groups[lang]}:`,
    ...[...values].map(([name, all]) => exampleLine(name, all, lang)),
    `# ${WORDS.advice[lang]}`,
    withAdvice(mapping, lang),
  ].join('\n')
