import { safeText } from '../../kernel/safe-text.ts'
import { padEnd } from '../../kernel/text-width.ts'
import type { MessageData } from '../../model/finding.ts'
import { isMessageId, say, type SayOptions } from '../../i18n/translate.ts'
import type { MessageId } from '../../i18n/catalogue.ts'
import { inspectInputs, type InputInspection } from '../../pipeline/inspect.ts'
import { EXIT, type Io } from '../io.ts'
import { createProgress } from '../progress.ts'
import { readOptions, type ReadFlags } from '../scan-options.ts'
import { talkAboutInputs } from '../talk-inputs.ts'
import { talk, writeOut } from '../write-out.ts'

export interface InspectFlags extends ReadFlags {
  readonly json?: boolean
  readonly quiet?: boolean
}

type Speak = (id: MessageId, data?: MessageData) => string

const LABEL_WIDTH = 12

const percent = (share: number): string => (share > 0 && share < 0.01 ? '<1%' : `${Math.round(share * 100)}%`)
const micros = (iso: string | null): MessageData[string] => (iso === null ? '' : { time: Date.parse(iso) * 1000 })

const zoneText = (zone: string, speak: Speak): string => {
  if (zone === 'in-record' || zone === 'utc') return speak(`inspect.zone.${zone}`)
  return zone === 'UTC?' ? speak('inspect.zone.assumed') : speak('inspect.zone.given', { zone })
}

const warnings = (inspection: InputInspection, speak: Speak): readonly string[] => {
  const { input, successes, failures, proxyAddresses, pageLimit, unverified, gaps } = inspection
  return [
    ...(input.events > 0 && successes === 0 && failures > 0 ? [speak('inspect.no-successes')] : []),
    ...(proxyAddresses > 0.5 ? [speak('inspect.proxies', { share: proxyAddresses })] : []),
    ...(pageLimit === undefined ? [] : [speak('inspect.page-limit', { count: pageLimit })]),
    ...(unverified.length === 0 ? [] : [speak('inspect.unverified')]),
    ...gaps.map(({ from, to }) => speak('inspect.gap-line', { from: { time: from }, to: { time: to } })),
  ]
}

const noteText = (id: string, data: MessageData, speak: Speak): string => {
  const full = `note.${id}`
  return isMessageId(full) ? speak(full, data) : id
}

const block = (inspection: InputInspection, speak: Speak): string => {
  const { input, zones, successes, failures } = inspection
  const row = (label: MessageId | undefined, text: string): string => `  ${padEnd(label === undefined ? '' : speak(label), LABEL_WIDTH)}${text}`
  const ignored = Object.entries(input.ignoredBy).map(([why, count]) => `${why} ${count}`).join(', ')
  return [
    input.path,
    row('inspect.format', input.format ?? speak('inspect.unknown')),
    row('inspect.zone', zones.map((zone) => zoneText(zone, speak)).join(', ') || '-'),
    row('inspect.period', input.first === null ? '-' : `${speak('inspect.period-line', { from: micros(input.first), to: micros(input.last) })}`),
    row('inspect.records', speak('inspect.records-line', { records: input.records, used: input.used, ignored: input.ignored, rejected: input.rejected, duplicates: input.duplicates })),
    ...(ignored === '' ? [] : [row('inspect.ignored', ignored)]),
    row('inspect.logins', speak('inspect.logins-line', { successes, failures })),
    row('inspect.coverage', speak('inspect.coverage-line', {
      account: percent(inspection.withAccount), address: percent(inspection.withAddress), session: percent(inspection.withSession), agent: percent(inspection.withAgent),
    })),
    row('inspect.addresses', speak('inspect.addresses-line', { top: percent(inspection.topAddresses), proxy: percent(inspection.proxyAddresses) })),
    ...input.rejects.slice(0, 3).map(({ line, why, detail }, index) => row(index === 0 ? 'inspect.rejects' : undefined, `${speak('inspect.reject-line', { line: `${line}`, why: speak(`reject.${why}`) })}${detail === undefined ? '' : ` (${detail})`}`)),
    ...input.notes.filter(({ id }) => id !== 'unknown-format').map(({ id, data }, index) => row(index === 0 ? 'inspect.notes' : undefined, noteText(id, data, speak))),
    ...warnings(inspection, speak).map((text) => row(undefined, text)),
  ].map((line) => safeText(line)).join('\n')
}

/** `ashiato inspect inputs…`: is this log usable? */
export const inspect = async (inputs: readonly string[], flags: InspectFlags, io: Io): Promise<number> => {
  const options = await readOptions(inputs, flags, io)
  const progress = createProgress(io, flags.quiet === true)
  const inspection = await inspectInputs(options, progress.update).finally(progress.clear)
  const wording: SayOptions = { lang: options.lang, zone: options.zoneOut }
  const speak: Speak = (id, data = {}) => say(id, data, wording)
  talkAboutInputs(inspection.read, options, flags.quiet === true, (line) => talk(io, safeText(line)))
  const pieces = flags.json === true ? [`${JSON.stringify(inspection.inputs, undefined, 2)}\n`] : inspection.inputs.map((input) => `${block(input, speak)}\n\n`)
  await writeOut(io, undefined, pieces)
  const incomplete = inspection.read.errors.length > 0 || inspection.inputs.some(({ problem }) => problem !== undefined)
  return incomplete ? EXIT.incomplete : EXIT.done
}
