import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Format } from '../formats/define-format.ts'
import { parseTime } from '../kernel/time.ts'
import { userError } from '../kernel/user-error.ts'
import { SEVERITIES, type Lang } from '../model/vocabulary.ts'
import type { AnalyzeOptions } from '../pipeline/options.ts'
import { checkParameters } from '../pipeline/rule-parameters.ts'
import { readConfig } from './config-file.ts'
import type { Io } from './io.ts'
import { loadPlugins, NO_PLUGINS, type Plugins } from './plugins.ts'
import { parseChoice, parseDuration, parseMoment, parseZone } from './values.ts'
import { toolVersion } from './version.ts'

/** Options that every reading command takes, as commander delivers them. */
export interface ReadFlags {
  readonly format: string
  readonly map?: readonly string[]
  readonly plugin?: readonly string[]
  readonly config?: string
  readonly timezone?: string
  readonly year?: string
  readonly tzOut: string
  readonly lang: string
  readonly geoDb?: string
  readonly asnDb?: string
  readonly trustedProxy?: readonly string[]
  readonly tmp?: string
  readonly now?: string
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly set?: readonly string[]
  readonly since?: string
  readonly until?: string
  readonly last?: string
  readonly account?: readonly string[]
  readonly ip?: readonly string[]
  readonly minSeverity?: string
  readonly provider?: readonly string[]
}

const readText = async (path: string, cwd: string, option: string): Promise<string> => {
  try {
    return await readFile(isAbsolute(path) ? path : join(cwd, path), 'utf8')
  } catch (error) {
    throw userError(`${option}: ${path} could not be read: ${error instanceof Error ? error.message : String(error)}`, 'Check the path.')
  }
}

interface Positioned {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

const positioned = (errors: readonly Positioned[]): string =>
  errors.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n')

const readMappings = async (paths: readonly string[], cwd: string): Promise<readonly Format[]> => {
  if (paths.length === 0) return []
  // The YAML library is loaded only when there is a mapping to read.
  const { loadMapping } = await import('../formats/generic/load-mapping.ts')
  const formats: Format[] = []
  for (const path of paths) {
    const loaded = loadMapping(await readText(path, cwd, '--map'), path)
    if ('errors' in loaded) throw userError(positioned(loaded.errors), 'See docs/MAPPING.md for the keys of a mapping.')
    formats.push(loaded.format)
  }
  return formats
}

const readProviders = async (paths: readonly string[], cwd: string): Promise<Plugins['providers']> => {
  if (paths.length === 0) return []
  const { loadProvider } = await import('../recovery/provider-yaml.ts')
  const providers: Plugins['providers'][number][] = []
  for (const path of paths) {
    const loaded = loadProvider(await readText(path, cwd, '--provider'), path)
    if ('errors' in loaded) throw userError(positioned(loaded.errors), 'See docs/PROVIDERS.md for the keys of a provider.')
    providers.push(loaded.provider)
  }
  return providers
}

/** `rule.parameter=value` */
const parseSets = (sets: readonly string[]): AnalyzeOptions['parameters'] => {
  const found: Record<string, Record<string, string>> = {}
  for (const text of sets) {
    const match = /^([a-z0-9-]+)\.([A-Za-z0-9]+)=(.*)$/s.exec(text)
    if (match === null) throw userError(`--set: "${text}" cannot be read.`, 'Write rule.parameter=value, e.g. --set account-guessing.tries=20. "ashiato rules ID" lists the parameters.')
    const [, rule = '', name = '', value = ''] = match
    found[rule] = { ...found[rule], [name]: value }
  }
  return found
}

const mergeParameters = (config: AnalyzeOptions['parameters'], sets: AnalyzeOptions['parameters']): AnalyzeOptions['parameters'] => {
  const merged: Record<string, Readonly<Record<string, number | string | boolean>>> = { ...config }
  for (const [rule, values] of Object.entries(sets)) merged[rule] = { ...merged[rule], ...values }
  return merged
}

const parseNow = (text: string | undefined, io: Io): number => {
  if (text === undefined) return io.nowMs()
  const micros = parseTime(text, 'iso', { zone: 'UTC', year: () => Number.NaN })
  if (Number.isNaN(micros)) throw userError(`--now: "${text}" is not a time.`, 'Write 2026-11-22T03:15:00Z.')
  return micros / 1000
}

const parseYear = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  if (!/^\d{4}$/.test(text)) throw userError(`--year: "${text}" is not a year.`, 'Write four digits: --year 2026.')
  return Number(text)
}

const parseFilters = (flags: ReadFlags, zone: string): AnalyzeOptions['filters'] => ({
  ...(flags.since === undefined ? {} : { since: parseMoment(flags.since, '--since', zone) }),
  ...(flags.until === undefined ? {} : { until: parseMoment(flags.until, '--until', zone) }),
  ...(flags.last === undefined ? {} : { lastMs: parseDuration(flags.last, '--last') }),
  accounts: flags.account ?? [], ips: flags.ip ?? [],
  minSeverity: parseChoice(flags.minSeverity ?? 'info', '--min-severity', SEVERITIES),
})

/** What stands for "no inputs given": a piped stdin. Nothing piped is the user's mistake. */
const inputsOrStdin = (inputs: readonly string[], io: Io): readonly string[] => {
  if (inputs.length > 0) return inputs
  if (io.stdin.isTTY !== true) return ['-']
  throw userError('No input: no files were named and nothing is piped in.', 'Name log files, folders or globs (ashiato logs/), or pipe a log in (cat okta.json | ashiato). "ashiato --help" shows examples.')
}

/** Flags → the options of a run. Throws user errors that name the option. */
export const readOptions = async (inputs: readonly string[], flags: ReadFlags, io: Io): Promise<AnalyzeOptions> => {
  const zoneOut = parseZone(flags.tzOut, '--tz-out')
  const config = await readConfig(flags.config, io.cwd)
  const plugins = flags.plugin === undefined ? NO_PLUGINS : await loadPlugins(flags.plugin, io.cwd)
  const given = inputsOrStdin(inputs, io)
  const parameters = mergeParameters(config.rules, parseSets(flags.set ?? []))
  checkParameters(parameters, plugins.rules)
  return {
    inputs: given, cwd: io.cwd, ...(given.includes('-') ? { stdin: io.stdin as AsyncIterable<Uint8Array> } : {}),
    format: flags.format,
    ownFormats: [...(await readMappings(flags.map ?? [], io.cwd)), ...plugins.formats], ownRules: plugins.rules,
    ownProviders: [...(await readProviders(flags.provider ?? [], io.cwd)), ...plugins.providers],
    only: flags.only ?? config.only, skip: [...config.skip, ...(flags.skip ?? [])], parameters,
    zone: flags.timezone === undefined ? undefined : parseZone(flags.timezone, '--timezone'),
    year: parseYear(flags.year), zoneOut, lang: parseChoice<Lang>(flags.lang, '--lang', ['en', 'ja']),
    ...(flags.geoDb === undefined ? {} : { geoDb: flags.geoDb }), ...(flags.asnDb === undefined ? {} : { asnDb: flags.asnDb }),
    trustedProxies: flags.trustedProxy ?? [], tmp: flags.tmp ?? tmpdir(), nowMs: parseNow(flags.now, io),
    filters: parseFilters(flags, zoneOut), toolVersion: toolVersion(),
  }
}
