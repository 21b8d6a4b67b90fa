import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Format } from '../formats/define-format.ts'
import { complain } from '../i18n/complaint.ts'
import type { Provider } from '../recovery/define-provider.ts'
import type { Report } from '../reports/define-report.ts'
import type { Rule } from '../rules/define-rule.ts'
import { reasonOf } from '../i18n/reason-of.ts'

/** Parts of a user's own: made with the same `define…` helpers as the built-in ones. */
export interface Plugins {
  readonly formats: readonly Format[]
  readonly rules: readonly Rule[]
  readonly providers: readonly Provider[]
  readonly reports: readonly Report[]
}

const NO_PLUGINS: Plugins = { formats: [], rules: [], providers: [], reports: [] }

const listOf = (module: Record<string, unknown>, one: string, many: string): unknown[] => [
  ...(module[one] === undefined ? [] : [module[one]]),
  ...(Array.isArray(module[many]) ? (module[many] as unknown[]) : []),
]

const hasId = (value: unknown): boolean => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

const loadOne = async (path: string, cwd: string): Promise<Plugins> => {
  const file = resolve(cwd, path)
  let module: Record<string, unknown>
  try {
    module = (await import(pathToFileURL(file).href)) as Record<string, unknown>
  } catch (error) {
    throw complain('complaint.plugin-load', { path, detail: reasonOf(error) })
  }
  const plugins = {
    formats: listOf(module, 'format', 'formats'),
    rules: listOf(module, 'rule', 'rules'),
    providers: listOf(module, 'provider', 'providers'),
    reports: listOf(module, 'report', 'reports'),
  }
  const all = Object.values(plugins).flat()
  if (all.length === 0 || !all.every(hasId)) {
    throw complain('complaint.plugin-empty', { path })
  }
  return plugins as Plugins
}

/** The parts in the files of `--plugin`. Node keeps the modules: asking again costs nothing. */
export const loadPlugins = async (paths: readonly string[] | undefined, cwd: string): Promise<Plugins> => {
  if (paths === undefined) return NO_PLUGINS
  const loaded = await Promise.all(paths.map((path) => loadOne(path, cwd)))
  return {
    formats: loaded.flatMap(({ formats }) => formats),
    rules: loaded.flatMap(({ rules }) => rules),
    providers: loaded.flatMap(({ providers }) => providers),
    reports: loaded.flatMap(({ reports }) => reports),
  }
}
