import { safeText } from '../../kernel/safe-text.ts'
import { say } from '../../i18n/translate.ts'
import { wordOf } from '../../i18n/words.ts'
import type { EventDraft } from '../../model/event.ts'
import { readFirstEvents, TRIED_FIELDS as FIELDS, type Tried } from '../../pipeline/first-events.ts'
import type { InputRead } from '../../pipeline/read-inputs.ts'
import { formatTime } from '../../kernel/time.ts'
import { grid } from '../../reports/table/grid.ts'
import { EXIT, type Io } from '../io.ts'
import { readOptions, type ReadFlags } from '../options/scan-options.ts'
import { problemLines } from '../talk/talk-inputs.ts'
import { joinLines, row, rows, viewOf, type View } from '../views/view.ts'
import { talk, writeOut } from '../talk/write-out.ts'

/** Names and addresses are compared by eye: they are the last to be broken. */
const MIN_WIDTHS: Readonly<Record<string, number>> = { time: 16, name: 14, address: 15 }

/** A name that failed and never succeeded may be a password in the wrong box: its length is all that is shown. */
const nameOf = ({ username, outcome }: EventDraft, names: ReadonlySet<string>): string => {
  if (username === undefined) return '-'
  return outcome === 'success' || names.has(username) ? username : `${'•'.repeat(Math.min(8, username.length))} (${username.length})`
}

const cellsOf = (draft: EventDraft, names: ReadonlySet<string>, view: View): readonly string[] =>
  [
    formatTime(draft.time, view.zone),
    [wordOf('action', draft.action, view.lang), wordOf('outcome', draft.outcome, view.lang)].join(' / ') +
      (draft.reason === undefined ? '' : ` (${wordOf('reason', draft.reason, view.lang)})`),
    draft.account ?? '-',
    nameOf(draft, names),
    draft.ip ?? '-',
    draft.session === undefined ? '-' : `${draft.session.slice(0, 8)}…`,
    draft.userAgent === undefined ? '-' : draft.userAgent.slice(0, 40),
  ].map((cell) => safeText(cell))

const inputLines = ({ result, counts, refusal }: InputRead, view: View): readonly string[] => {
  const { records, used, ignored, rejected } = counts
  const formats = [...counts.formats.keys()].join('+') || say('inspect.unknown', {}, view)
  return [
    view.palette.heading(safeText(result.path)),
    ...row(say('inspect.format', {}, view), formats, view),
    ...row(say('inspect.records', {}, view), say('inspect.records-line', { records, used, ignored, rejected, duplicates: 0 }, view), view),
    ...rows(
      say('inspect.ignored', {}, view),
      [...counts.ignoredBy].map(([why, count]) => `${wordOf('ignored', why, view.lang)} ${count}`),
      view,
    ),
    ...rows(
      say('inspect.rejects', {}, view),
      counts.rejects.map(
        ({ line, why, detail }) =>
          say('inspect.reject-line', { line: `${line}`, why: say(`reject.${why}`, {}, view) }, view) +
          (detail === undefined ? '' : ` (${detail})`),
      ),
      view,
    ),
    ...(refusal === undefined ? [] : refusal.split('\n').map((line) => `  ${safeText(line)}`)),
  ]
}

const fieldLines = ({ filled, inputs }: Tried, view: View): readonly string[] => {
  const events = inputs.reduce((sum, { counts }) => sum + counts.events, 0)
  if (events === 0) return []
  const empty = FIELDS.filter((field) => !filled.has(field))
  const carried = FIELDS.filter((field) => filled.has(field)).map(
    (field) => `${field} ${Math.floor(((filled.get(field) ?? 0) / events) * 100)}%`,
  )
  return [
    ...row(say('reference.carries', {}, view), carried.join(' · '), view),
    ...(empty.length === 0 ? [] : row(say('try.never', {}, view), empty.join(', '), view)),
  ]
}

/** `ashiato formats --try FILE --map my.yaml`: the first events as a table, and what was not understood. */
export const tryMapping = async (file: string, flags: ReadFlags, io: Io): Promise<number> => {
  const options = await readOptions([file], flags, io)
  const tried = await readFirstEvents(options)
  const { events, names, inputs } = tried
  const view = viewOf(io, { lang: options.lang, zone: options.zoneOut })
  const titles = ['time', 'action', 'account', 'name', 'address', 'session', 'agent'] as const
  const columns = titles.map((title) => ({ title: say(`try.${title}`, {}, view), min: MIN_WIDTHS[title] ?? 8 }))
  const table =
    events.length === 0
      ? []
      : [
          '',
          ...grid(
            columns,
            events.map((draft) => cellsOf(draft, names, view)),
            view.columns,
            view.palette,
          ),
        ]
  for (const line of problemLines(tried, options, true)) talk(io, line)
  if (inputs.length === 0) return EXIT.incomplete
  await writeOut(io, undefined, [joinLines([...inputs.flatMap((input) => inputLines(input, view)), ...fieldLines(tried, view), ...table])])
  return tried.errors.length > 0 || inputs.some(({ counts }) => counts.events === 0 || counts.rejected > 0) ? EXIT.incomplete : EXIT.done
}
