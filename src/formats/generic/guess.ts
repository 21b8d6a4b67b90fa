import type { RawRecord } from '../../model/record.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { Format } from '../define-format.ts'
import { buildFormat } from './build-format.ts'
import { columnsByValues } from './columns-by-values.ts'
import { recogniseColumns } from './columns.ts'
import { askedAbout } from './asked-columns.ts'
import { problemOf, toMapping } from './guess-table.ts'
import { isMasked, withoutMasked } from './masked-addresses.ts'
import { guessMessages } from './guess-messages.ts'
import { guessText } from './guess-text.ts'
import { guessTime } from './guess-time.ts'
import { guessHeadless } from './guess-headless.ts'
import { headlessTable } from './headless.ts'
import { legendIn } from './legend.ts'
import type { Mapping } from './mapping.ts'
import { otherDocument } from './other-documents.ts'
import { withoutFalseSequence } from './sequence-column.ts'
import { mappingSkeleton } from './skeleton.ts'
import { splitRequests } from './split-requests.ts'
import { tableOf } from './table.ts'
import { textSkeleton } from './text-skeleton.ts'
import { timeColumns } from './time-columns.ts'
import type { Text } from './text.ts'

/** A refusal is worded when it is read: what records carry is guessed at in several ways, and most of these refusals nobody sees. */
export type Guessed = { readonly format: Format } | { readonly refusal: string }

const refused = (word: () => string): Guessed => ({
  get refusal() {
    return word()
  },
})

const TEXT_REFUSAL: Text = {
  en: 'Its lines fit no known log. A text log can be read with a mapping of regular expressions (docs/MAPPING.md). One to start from, made of its first lines:',
  ja: '対応するログの行ではありません。テキストのログは、正規表現によるマッピングを書けば読み込めます(docs/MAPPING.md)。先頭部分の行から作ったひな形:',
}

const NO_TIMES: Text = {
  en: 'Its lines fit no known log, and have no times that can be told. If it is a log, it can be read with a mapping of regular expressions: see docs/MAPPING.md.',
  ja: '対応するログの行ではなく、日時も見つかりません。ログであれば、正規表現によるマッピングを書けば読み込めます(docs/MAPPING.md)。',
}

const NO_HEADER: Text = {
  en: 'It looks like a table without its line of column names. Put that line first; a part of the same export that has it, in the same folder, lends it. Or use a mapping.',
  ja: '列名の行(見出し)がない表のようです。見出しの行を先頭に付けてください。見出しのある同じエクスポートの一部を同じフォルダーに置けば、その見出しを使います。マッピングを書く方法もあります。',
}

const linesOf = (sample: readonly RawRecord[]): readonly string[] =>
  sample.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))

/** Why lines of text are not read, and a mapping for them. */
const textRefusal = (sample: readonly RawRecord[], lang: Lang): string => {
  const lines = linesOf(sample)
  const other = otherDocument(lines)
  if (other !== undefined) return other[lang]
  const headless = headlessTable(lines)
  if (headless === undefined) {
    const skeleton = textSkeleton(lines, lang)
    return skeleton === undefined ? NO_TIMES[lang] : `${TEXT_REFUSAL[lang]}\n${skeleton}`
  }
  const { table, pattern } = headless
  const columns = columnsByValues(table, new Map())
  const { source } = timeColumns(table, columns)
  return `${NO_HEADER[lang]}\n${mappingSkeleton(table, columns, source, lang, pattern)}`
}

/** Lines of text that are rows of a table without its line of names. */
const guessRows = (sample: readonly RawRecord[]): Mapping | undefined => {
  const headless = headlessTable(linesOf(sample))
  return headless && guessHeadless(headless)
}

const refusalOf = (problem: Text | undefined): Text => ({
  en: `Not a log that is known, and not read by its columns: ${problem?.en ?? ''}.`,
  ja: `対応するログではなく、列名からも読み取れません: ${problem?.ja ?? ''}。`,
})

/**
 * Reads an unknown CSV or JSON log by its column names, if they and the sample leave no doubt: time, user and address there,
 * more than 90 % of what stands there readable (users and addresses in half of the rows at least), every result known. Otherwise a refusal that says why in its first line and shows a mapping
 * to start from in the others, in the reader's language.
 */
export const guessGeneric = (sample: readonly RawRecord[], lang: Lang = 'en', asides: readonly string[] = []): Guessed => {
  const found = tableOf(sample)
  const table = found && { ...found, legend: legendIn(asides) }
  if (table === undefined) {
    const read = guessText(sample) ?? guessRows(sample)
    return read === undefined ? refused(() => textRefusal(sample, lang)) : { format: buildFormat(read) }
  }
  const named = withoutMasked(table, columnsByValues(table, recogniseColumns(table.names.filter((name) => !isMasked(table, name)))))
  const { source, values } = timeColumns(table, named)
  const time = guessTime(values)
  const columns = withoutFalseSequence(table, named, values, time)
  const problem = problemOf(table, columns, time)
  if (problem === undefined && !('refusal' in time)) return { format: buildFormat(toMapping(table, columns, source, time)) }
  const told = guessMessages(table)
  if (told !== undefined) return { format: buildFormat(told) }
  return refused(
    () => `${refusalOf(splitRequests(table) ?? problem)[lang]}\n${mappingSkeleton(table, askedAbout(table, columns), source, lang)}`,
  )
}
