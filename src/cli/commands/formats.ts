import { complainUnknown } from '../../i18n/complaint.ts'
import type { MessageId } from '../../i18n/catalogue.ts'
import { formatTitle } from '../../i18n/catalogue/format-titles.ts'
import { say } from '../../i18n/translate.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { carriedFields } from '../../formats/carried-fields.ts'
import type { Format, Zone } from '../../formats/define-format.ts'
import { formatSamples } from '../../formats/samples.ts'
import { formats as all } from '../../formats/registry.ts'
import { runnableRules } from '../../pipeline/runnable-rules.ts'
import { paragraph } from '../../reports/table/flow.ts'
import { grid } from '../../reports/table/grid.ts'
import { EXIT, type Io } from '../io.ts'
import { checkNeeded } from '../options/needed-with.ts'
import type { ReadFlags } from '../options/scan-options.ts'
import { parseChoice } from '../options/values.ts'
import { joinLines, longestId, row, rows, viewOf, type View } from '../views/view.ts'
import { writeOut } from '../talk/write-out.ts'

/** What says how a file is tried (`--try`) says nothing about the list. */
export type FormatsFlags = Pick<ReadFlags, 'lang' | 'map' | 'format' | 'timezone'>

/** How much of a format was never checked against a real log: `*` all of it, `+` some shapes. */
const mark = ({ unverified = [], shapes }: Format): string => {
  if (unverified.length === 0) return ''
  return unverified.length >= shapes.length ? '*' : '+'
}

/** Columns of the longest word of a title that is worth keeping whole (`Authentication`). */
const LONGEST_WORD = 14

const listFormats = (view: View): string => {
  const speak = (id: MessageId): string => say(id, {}, view)
  const heads = [
    speak('reference.title'),
    speak('reference.session'),
    speak('reference.factor'),
    speak('reference.agent'),
    speak('reference.place'),
    speak('reference.rules'),
    '',
  ]
  const columns = [{ title: 'id', min: longestId(all) }, ...heads.map((title, index) => ({ title, min: index === 0 ? LONGEST_WORD : 1 }))]
  const yes = (is: boolean): string => (is ? speak('word.yes') : '-')
  const cells = all.map((format) => {
    const carried = carriedFields(format)
    return [
      format.id,
      formatTitle(format, view.lang),
      yes(carried.has('session')),
      yes(formatSamples[format.id]?.mfa === true),
      yes(carried.has('userAgent')),
      yes(carried.has('country') || carried.has('lat')),
      `${runnableRules(format).length}`,
      mark(format),
    ]
  })
  const marks = new Set(all.map(mark))
  const note = (id: MessageId): readonly string[] => paragraph('', speak(id), view.width)
  return joinLines([
    ...grid(columns, cells, view.columns, view.palette),
    '',
    ...(marks.has('*') ? note('reference.from-documentation') : []),
    ...(marks.has('+') ? note('reference.partly-from-documentation') : []),
    ...note('reference.own-logs'),
  ])
}

const zoneText = (zone: Zone, view: View): string => say(zone === 'option' ? 'inspect.zone.assumed' : `inspect.zone.${zone}`, {}, view)

/** The format's zone, then the shapes that differ from it. */
const zoneTexts = ({ zone, shapes }: Format, view: View): readonly string[] => [
  zoneText(zone, view),
  ...shapes.flatMap((shape) => (shape.zone === undefined || shape.zone === zone ? [] : [`${shape.name}: ${zoneText(shape.zone, view)}`])),
]

const describeFormat = (format: Format, view: View): string => {
  const line = (id: MessageId, text: string): readonly string[] => (text === '' ? [] : row(say(id, {}, view), text, view))
  return joinLines([
    view.palette.heading(`${format.id}  ${formatTitle(format, view.lang)}`),
    ...line('reference.export', format.howToExport[view.lang]),
    ...line('reference.shapes', format.shapes.map(({ name, kind }) => `${name} (${kind})`).join(', ')),
    ...rows(say('reference.times', {}, view), zoneTexts(format, view), view),
    ...line('reference.carries', [...carriedFields(format)].join(', ')),
    ...line('reference.rules', runnableRules(format).join(', ')),
    ...rows(say('reference.sample', {}, view), formatSamples[format.id]?.sample.split('\n') ?? [], view),
    ...line('reference.unverified', (format.unverified ?? []).join(', ')),
    ...line('reference.spec', format.spec),
  ])
}

/** `ashiato formats [ID]` */
export const formats = async (id: string | undefined, flags: FormatsFlags, io: Io): Promise<number> => {
  checkNeeded(
    [
      ['--map', flags.map !== undefined],
      ['--format', flags.format !== 'auto'],
      ['--timezone', flags.timezone !== undefined],
    ],
    '--try',
  )
  const view = viewOf(io, { lang: parseChoice<Lang>(flags.lang, '--lang', ['en', 'ja']), zone: 'UTC' })
  const found = all.find((format) => format.id === id)
  if (id !== undefined && found === undefined)
    throw complainUnknown(
      'formats',
      id,
      all.map((format) => format.id),
    )
  await writeOut(io, undefined, [found === undefined ? listFormats(view) : describeFormat(found, view)])
  return EXIT.done
}
