import { access, constants, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import { SERVICE_FEATURES, SEVERITIES, type Lang } from '../../model/vocabulary.ts'
import type { AnalyzeOptions } from '../../pipeline/options.ts'
import { checkParameters, checkSelectors } from '../../pipeline/rule-parameters.ts'
import { readConfig, type Config } from './config-file.ts'
import type { Io } from '../io.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import { MINUTE_MS } from '../../kernel/time-units.ts'
import { readLists, readMappings, readProviders, readVictims } from './option-files.ts'
import type { Plugins } from '../plugins/kinds.ts'
import { readPlugins } from '../plugins/read-plugins.ts'
import { bytesOf, durationOf, parseAddresses, parseChoice, parseMoment, parseZone } from './values.ts'
import { toolVersion } from '../version.ts'

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
  /** Commands that keep no rows have no such option. */
  readonly memory?: string
  readonly dedupe?: string
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
  readonly victims?: string
  readonly without?: readonly string[]
  readonly allow?: string
  readonly intel?: string
  readonly roster?: string
  readonly quiet?: boolean
}

/** `rule.parameter=value` */
const parseSets = (sets: readonly string[]): AnalyzeOptions['parameters'] => {
  const found: Record<string, Record<string, string>> = {}
  for (const text of sets) {
    const match = /^([a-z0-9-]+)\.([A-Za-z0-9]+)=(.*)$/s.exec(text)
    if (match === null) throw complain('complaint.set', { value: text })
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

const parseNow = (text: string | undefined, io: Io): number => (text === undefined ? io.nowMs() : parseMoment(text, '--now', 'UTC') / 1000)

/** Scratch files are made late: a folder that is not there is said at once. */
const tmpFolder = async (asked: string | undefined, cwd: string): Promise<string> => {
  if (asked === undefined) return tmpdir()
  const found = await stat(resolve(cwd, asked)).catch((error: unknown) => reasonOf(error))
  if (typeof found !== 'string' && found.isDirectory()) {
    await access(resolve(cwd, asked), constants.W_OK).catch((error: unknown) => {
      throw complain('complaint.not-written', { path: asked, detail: reasonOf(error) })
    })
    return resolve(cwd, asked)
  }
  throw complain('complaint.unreadable-file', {
    option: '--tmp',
    path: asked,
    detail: typeof found === 'string' ? found : 'ENOTDIR',
  })
}

const parseYear = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  if (!/^\d{4}$/.test(text)) throw complain('complaint.year', { value: text })
  return Number(text)
}

const parseFilters = (flags: ReadFlags, zone: string): AnalyzeOptions['filters'] => ({
  ...(flags.since === undefined ? {} : { since: parseMoment(flags.since, '--since', zone) }),
  ...(flags.until === undefined ? {} : { until: parseMoment(flags.until, '--until', zone) }),
  ...(flags.last === undefined ? {} : { lastMs: durationOf(flags.last, '--last') }),
  accounts: flags.account ?? [],
  ips: parseAddresses(flags.ip ?? [], '--ip'),
  minSeverity: parseChoice(flags.minSeverity ?? 'info', '--min-severity', SEVERITIES),
})

/** What stands for "no inputs given": a piped stdin. Nothing piped is the user's mistake. */
const inputsOrStdin = (inputs: readonly string[], io: Io): readonly string[] => {
  if (inputs.length > 0) return inputs
  if (io.stdin.isTTY !== true) return ['-']
  throw complain('complaint.no-input')
}

/** What names rules: told where it was written, the configuration with line and column. */
const checkRuleNames = (flags: ReadFlags, config: Config, sets: AnalyzeOptions['parameters'], own: Plugins['rules']): void => {
  checkParameters(config.rules, own, (path) => config.whereIs(['rules', ...path]))
  checkParameters(sets, own, () => '--set')
  checkSelectors(config.only, own, (path) => config.whereIs(['only', ...path]))
  checkSelectors(config.skip, own, (path) => config.whereIs(['skip', ...path]))
  checkSelectors(flags.only ?? [], own, () => '--only')
  checkSelectors(flags.skip ?? [], own, () => '--skip')
}

/** What the service does not have, and how long its tokens live, by flag or configuration. */
const serviceOf = (flags: ReadFlags, config: Config): Pick<AnalyzeOptions, 'service'> => {
  const lacks = (flags.without ?? config.without).map((text, index) =>
    parseChoice(text, flags.without === undefined ? config.whereIs(['without', index]) : '--without', SERVICE_FEATURES),
  )
  const lifetime = config.tokenLifetime
  const at = config.whereIs(['token-lifetime'])
  const tokenLifetime = lifetime === undefined ? null : `PT${Math.max(1, Math.round(durationOf(lifetime, at) / MINUTE_MS))}M`
  return lacks.length === 0 && tokenLifetime === null ? {} : { service: { lacks, tokenLifetime } }
}

/** Flags → the options of a run. Throws user errors that name the option. */
export const readOptions = async (inputs: readonly string[], flags: ReadFlags, io: Io): Promise<AnalyzeOptions> => {
  const lang = parseChoice<Lang>(flags.lang, '--lang', ['en', 'ja'])
  const zoneOut = parseZone(flags.tzOut, '--tz-out')
  const config = await readConfig(flags.config, io.cwd)
  const plugins = await readPlugins(flags.plugin, io.cwd, lang)
  const mappings = await readMappings(flags.map ?? [], io.cwd, lang)
  const given = inputsOrStdin(inputs, io)
  const sets = parseSets(flags.set ?? [])
  checkRuleNames(flags, config, sets, plugins.rules)
  return {
    inputs: given,
    cwd: io.cwd,
    ...(given.includes('-') ? { stdin: io.stdin as AsyncIterable<Uint8Array> } : {}),
    format: flags.format,
    ownFormats: [...mappings.formats, ...plugins.formats],
    ...(mappings.webPaths === undefined ? {} : { webPaths: mappings.webPaths }),
    ownRules: plugins.rules,
    ownProviders: [...(await readProviders(flags.provider ?? [], io.cwd, lang)), ...plugins.providers],
    only: flags.only ?? config.only,
    skip: [...config.skip, ...(flags.skip ?? [])],
    parameters: mergeParameters(config.rules, sets),
    zone: flags.timezone === undefined ? undefined : parseZone(flags.timezone, '--timezone'),
    year: parseYear(flags.year),
    zoneOut,
    lang,
    ...(flags.geoDb === undefined ? {} : { geoDb: resolve(io.cwd, flags.geoDb) }),
    ...(flags.asnDb === undefined ? {} : { asnDb: resolve(io.cwd, flags.asnDb) }),
    trustedProxies: flags.trustedProxy ?? [],
    ...(await readLists(flags, io.cwd, zoneOut)),
    ...(await readVictims(flags.victims, io.cwd, zoneOut)),
    ...(flags.memory === undefined ? {} : { memoryBytes: bytesOf(flags.memory, '--memory') }),
    ...(flags.dedupe === undefined ? {} : { dedupe: parseChoice(flags.dedupe, '--dedupe', ['exact'] as const) }),
    tmp: await tmpFolder(flags.tmp, io.cwd),
    nowMs: parseNow(flags.now, io),
    filters: parseFilters(flags, zoneOut),
    ...serviceOf(flags, config),
    toolVersion: toolVersion(),
  }
}
