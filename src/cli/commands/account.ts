import { safeText } from '../../kernel/safe-text.ts'
import { padEnd } from '../../kernel/text-width.ts'
import { formatTime } from '../../kernel/time.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import { wordOf } from '../../i18n/words.ts'
import { analyze } from '../../pipeline/analyze.ts'
import { accountStories, type AccountStory, type StoryEvent } from '../../pipeline/account-story.ts'
import { EXIT, type Io } from '../io.ts'
import { createProgress } from '../progress.ts'
import { readOptions, type ReadFlags } from '../scan-options.ts'
import { talkAboutInputs } from '../talk-inputs.ts'
import { talk, writeOut } from '../write-out.ts'

export interface AccountFlags extends ReadFlags {
  readonly quiet?: boolean
}

const eventLine = (event: StoryEvent, { lang, zone }: SayOptions): string =>
  [
    formatTime(event.time, zone),
    padEnd(wordOf('action', event.action, lang), 16),
    padEnd(say(`outcome.${event.outcome}`, {}, { lang, zone }), 10),
    padEnd(event.ip ?? '-', 15), padEnd(event.country ?? '-', 3), event.agent ?? '-', event.code === undefined ? '' : `[${event.code}]`,
  ].join('  ').trimEnd()

const usualText = ({ usual }: AccountStory): string =>
  [...usual.countries, ...usual.networks, ...usual.agents, ...usual.sources].join(' · ') || '-'

const story = (own: AccountStory, options: SayOptions): string => {
  const label = (text: string): string => `${text}\n`
  const lines = (list: readonly string[]): string => list.map((line) => `  ${safeText(line)}\n`).join('')
  const verdict = own.entry === undefined ? [say('account.no-verdict', {}, options)] : [
    say(`verdict.${own.entry.verdict}`, {}, options), ...own.entry.reasons.map(({ text }, index) => `${index + 1} ${text}`),
  ]
  return [
    `${safeText(own.account)}  ${safeText(own.names.join(', '))}  (${own.provider})\n`,
    label(say('account.verdict', {}, options)), lines(verdict),
    label(say('account.usual', {}, options)), lines([usualText(own)]),
    label(say('account.events', {}, options)), lines(own.events.map((event) => eventLine(event, options))),
    ...(own.touched.length === 0 ? [] : [
      label(say('account.touched', {}, options)),
      lines(own.touched.map(({ source, accounts, failures, successes }) => say('account.touched-line', { source, accounts, failures, successes }, options))),
    ]),
    '\n',
  ].join('')
}

/** `ashiato account NAME inputs…`: the whole story of one account. Exit 0 also when there is no such account: that is an answer. */
export const account = async (name: string, inputs: readonly string[], flags: AccountFlags, io: Io): Promise<number> => {
  const options = await readOptions(inputs, flags, io)
  const wording: SayOptions = { lang: options.lang, zone: options.zoneOut }
  const progress = createProgress(io, flags.quiet === true)
  const analysis = await analyze(options, progress.update).finally(progress.clear)
  talkAboutInputs(analysis.inputs, options, flags.quiet === true, (line) => talk(io, safeText(line)))
  const stories = accountStories(name, analysis)
  if (stories.length === 0) talk(io, safeText(say('account.not-found', { account: name }, wording)))
  await writeOut(io, undefined, stories.map((own) => story(own, wording)))
  return analysis.document.summary.incomplete ? EXIT.incomplete : EXIT.done
}
