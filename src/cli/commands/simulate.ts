import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { complain, complainUnknown } from '../../i18n/complaint.ts'
import { say } from '../../i18n/translate.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { chooseScenarios, scenarioWords } from '../../simulate/choose.ts'
import type { Encoder } from '../../simulate/define-encoder.ts'
import { SPREADS, VOLUMES, type Scenario, type Spread } from '../../simulate/define-scenario.ts'
import { encoders } from '../../simulate/encoders/registry.ts'
import { simulate as play, type SimulateOptions, type Simulation } from '../../simulate/simulate.ts'
import { truthDocument, type TruthDocument, type Written } from '../../simulate/truth-document.ts'
import { PROFILES } from '../../simulate/world/profile.ts'
import { EXIT, type Io } from '../io.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import { HOUR_MS } from '../../kernel/time-units.ts'
import { simulateList } from '../views/simulate-list.ts'
import { parseChoice, parseCount, parseMoment } from '../options/values.ts'
import { joinLines, row, viewOf, type View } from '../views/view.ts'
import { writeOut } from '../talk/write-out.ts'

export interface SimulateFlags {
  readonly list?: boolean
  readonly format: string
  readonly accounts: string
  readonly days: string
  readonly seed: string
  readonly volume: string
  readonly spread: string
  readonly profile: string
  readonly start: string
  readonly output?: string
  readonly lang: string
}

const scenariosOf = (words: readonly string[]): readonly Scenario[] => {
  if (words.length === 0) throw complain('complaint.no-scenario')
  return words.flatMap((word) => {
    const found = chooseScenarios(word)
    if (found === undefined) throw complainUnknown('simulate', word, scenarioWords)
    return found
  })
}

const optionsOf = (words: readonly string[], flags: SimulateFlags): SimulateOptions => {
  const id = parseChoice(flags.profile, '--profile', ['shop', 'sso'])
  const profile = PROFILES.find((one) => one.id === id) ?? PROFILES[0]
  if (profile === undefined) throw new Error('no profile')
  const volume = parseChoice(flags.volume, '--volume', VOLUMES)
  const spread = Number(parseChoice(flags.spread, '--spread', SPREADS.map(String))) as Spread
  return {
    wishes: scenariosOf(words).map((scenario) => ({ scenario, volume, spread })),
    profile,
    accounts: parseCount(flags.accounts, '--accounts', 1),
    days: parseCount(flags.days, '--days', 1),
    startMs: parseMoment(flags.start, '--start', 'UTC') / 1000 - profile.offsetHours * HOUR_MS,
    seed: parseCount(flags.seed, '--seed', 0),
  }
}

/** Counts what goes by, record by record: the log is never held. */
const recordsOf = function* (
  { events }: Simulation,
  { header, encode }: Encoder,
  written: { -readonly [Key in keyof Written]: Written[Key] },
) {
  if (header !== undefined) yield `${header}\n`
  let serial = 0
  for (const event of events) {
    serial += 1
    const record = encode(event, serial)
    if (record === undefined) continue
    if (written.records === 0) written.firstMs = event.timeMs
    written.records += 1
    written.lastMs = event.timeMs
    yield `${record}\n`
  }
}

const makeFolder = async (io: Io, output: string): Promise<void> => {
  try {
    await mkdir(join(resolve(io.cwd, output), 'logs'), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw complain('complaint.not-written', { path: output, detail: reasonOf(error) }, 3)
  }
}

/** Nothing is written over: what lies there may be evidence. */
const checkFree = async (io: Io, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    const found = await stat(resolve(io.cwd, path)).catch(() => undefined)
    if (found !== undefined) throw complain('complaint.simulate-exists', { path })
  }
}

/** One in three of those who were hit calls the support: an input for --victims. */
const reportedOf = ({ attacks }: TruthDocument): readonly string[] =>
  attacks.flatMap(({ victims }) => victims.map(({ account }) => account)).filter((_, at) => at % 3 === 0)

/** Sources that the service itself ordered: an input for --allow. */
const VOUCHED: ReadonlySet<string> = new Set(['pen-test', 'uptime-monitor'])
const allowedOf = ({ lookAlikes }: TruthDocument): readonly string[] =>
  lookAlikes.filter(({ scenario }) => VOUCHED.has(scenario)).flatMap(({ sources }) => sources)

const summary = (output: string, truth: TruthDocument, view: View): string => {
  const victims = truth.attacks.reduce((sum, attack) => sum + attack.victims.length, 0)
  const line = (id: 'log' | 'truth' | 'reported' | 'allow' | 'next', data: Parameters<typeof say>[1]): readonly string[] =>
    row(say(`simulate.${id}`, {}, view), say(`simulate.${id}-text`, data, view), view)
  return joinLines([
    ...line('log', { path: join(output, truth.log.file), records: truth.log.records }),
    ...line('truth', { path: join(output, 'truth.json'), attacks: truth.attacks.length, victims, lookAlikes: truth.lookAlikes.length }),
    ...(victims > 0 ? line('reported', { path: join(output, 'reported.txt') }) : []),
    ...(allowedOf(truth).length > 0 ? line('allow', { path: join(output, 'allow.txt') }) : []),
    ...line('next', { path: join(output, 'logs') }),
  ])
}

const encoderOf = (format: string): Encoder => {
  const id = parseChoice(
    format,
    '--format',
    encoders.map((one) => one.id),
  )
  const encoder = encoders.find((one) => one.id === id)
  if (encoder === undefined) throw new Error('no encoder')
  return encoder
}

const writeAll = async (options: SimulateOptions, encoder: Encoder, output: string, io: Io): Promise<TruthDocument> => {
  const written = { file: `logs/${encoder.file}`, records: 0, firstMs: 0, lastMs: 0 }
  const at = (name: string): string => join(output, name)
  await checkFree(io, [written.file, 'truth.json', 'reported.txt', 'allow.txt'].map(at))
  await makeFolder(io, output)
  const simulation = play(options)
  await writeOut(io, at(written.file), recordsOf(simulation, encoder, written))
  const truth = truthDocument(simulation.truth(), options, encoder, written, (person) => simulation.world.person(person).name)
  await writeOut(io, at('truth.json'), [`${JSON.stringify(truth, null, 1)}\n`])
  const lists = { 'reported.txt': reportedOf(truth), 'allow.txt': allowedOf(truth) }
  for (const [name, lines] of Object.entries(lists)) if (lines.length > 0) await writeOut(io, at(name), [`${lines.join('\n')}\n`])
  return truth
}

/** `ashiato simulate SCENARIO… -o DIR`: a log to practise on, and what is true about it. */
export const simulate = async (words: readonly string[], flags: SimulateFlags, io: Io): Promise<number> => {
  const view = viewOf(io, { lang: parseChoice<Lang>(flags.lang, '--lang', ['en', 'ja']), zone: 'UTC' })
  if (flags.list === true) {
    await writeOut(io, undefined, [simulateList(view)])
    return EXIT.done
  }
  const options = optionsOf(words, flags)
  const encoder = encoderOf(flags.format)
  const { output } = flags
  if (output === undefined) throw complain('complaint.required', { option: '--output', command: 'simulate' })
  const truth = await writeAll(options, encoder, output, io)
  await writeOut(io, undefined, [summary(output, truth, view)])
  return EXIT.done
}
