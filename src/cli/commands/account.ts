import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import type { SayOptions } from '../../i18n/translate.ts'
import { toIso } from '../../kernel/time.ts'
import { analyze } from '../../pipeline/analyze.ts'
import { accountStories, type AccountStory } from '../../pipeline/account-story.ts'
import { storyPage } from '../views/account-view.ts'
import { EXIT, type Io } from '../io.ts'
import { notFoundLines } from '../talk/not-found.ts'
import { createProgress } from '../talk/progress.ts'
import { asJson, asNdjson } from '../talk/records.ts'
import { readOptions, type ReadFlags } from '../options/scan-options.ts'
import { inputLines } from '../talk/talk-inputs.ts'
import { parseChoice } from '../options/values.ts'
import { viewOf, type View } from '../views/view.ts'
import { talk, writeOut } from '../talk/write-out.ts'

export interface AccountFlags extends ReadFlags {
  readonly to: string
}

type Writer = (stories: readonly AccountStory[], view: View) => Iterable<string> | AsyncIterable<string>

/** For other tools: times as ISO, `null` for what is not there. */
const asRecord = ({ entry, events, touched, ...rest }: AccountStory): object => ({
  ...rest,
  touched: touched.map(({ since, ...others }) => ({ ...others, since: toIso(since) })),
  entry: entry ?? null,
  events: events.map(({ time, code, ip, country, agent, key, ...event }) => ({
    time: toIso(time),
    ...event,
    code: code ?? null,
    ip: ip ?? null,
    country: country ?? null,
    agent: agent ?? null,
    key: key ?? null,
  })),
})

const WRITERS: Readonly<Record<'table' | 'json' | 'ndjson', Writer>> = {
  table: (stories, view) => stories.map((story) => storyPage(story, view)),
  json: (stories) => asJson(stories.map(asRecord)),
  ndjson: (stories) => asNdjson(stories.map(asRecord)),
}

/** `ashiato account logs/` at a terminal: what was left out is the account, not the logs. */
const checkNamed = async (name: string, inputs: readonly string[], io: Io): Promise<void> => {
  if (inputs.length > 0 || io.stdin.isTTY !== true) return
  const found = await stat(resolve(io.cwd, name)).catch(() => undefined)
  if (found !== undefined) throw complain('complaint.account-not-named', { name })
}

/** `ashiato account NAME inputs…`: the whole story of one account. Exit 0 also when there is no such account: that is an answer. */
export const account = async (name: string, inputs: readonly string[], flags: AccountFlags, io: Io): Promise<number> => {
  const write = WRITERS[parseChoice(flags.to, '--to', ['table', 'json', 'ndjson'])]
  await checkNamed(name, inputs, io)
  const options = await readOptions(inputs, flags, io)
  const wording: SayOptions = { lang: options.lang, zone: options.zoneOut }
  const quiet = flags.quiet === true
  const progress = createProgress(io, { quiet, lang: options.lang })
  const analysis = await analyze(options, progress.update).finally(progress.clear)
  for (const line of inputLines(analysis.inputs, options, { quiet, isInspecting: false })) talk(io, line)
  const stories = await accountStories(name, analysis)
  if (stories.length === 0) for (const line of notFoundLines(name, analysis.document, wording)) talk(io, line)
  await writeOut(io, undefined, write(stories, viewOf(io, wording)))
  return analysis.document.summary.incomplete ? EXIT.incomplete : EXIT.done
}
