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

interface Kinds {
  readonly format: Format
  readonly rule: Rule
  readonly provider: Provider
  readonly report: Report
}
type Kind = keyof Kinds

/** What a part cannot be used without. TypeScript asks for it; in JavaScript only this check does, and a run would stop in the middle. */
const NEEDED: { readonly [Name in Kind]: readonly (keyof Kinds[Name])[] } = {
  format: ['id', 'title', 'provider', 'zone', 'repeats', 'successes', 'shapes', 'spec', 'howToExport'],
  rule: [
    ...(['id', 'title', 'severity', 'attack', 'tags', 'partition', 'stage', 'when', 'needs', 'parameters', 'episode'] as const),
    ...(['question', 'howItDecides', 'falsePositives', 'blindSpots', 'messages', 'state', 'create'] as const),
  ],
  provider: ['id', 'title', 'setup', 'acts'],
  report: ['id', 'title', 'mediaType', 'parts', 'render'],
}

type Module = Readonly<Record<string, unknown>>

const load = async (path: string, cwd: string): Promise<Module> => {
  try {
    return (await import(pathToFileURL(resolve(cwd, path)).href)) as Module
  } catch (error) {
    throw complain('complaint.plugin-load', { path, detail: reasonOf(error) })
  }
}

/** What a module exports of one kind, alone (`rule`) or as a list (`rules`). */
const partsOf = <Name extends Kind>(kind: Name, module: Module, path: string): readonly Kinds[Name][] => {
  const list = module[`${kind}s`]
  const parts: readonly unknown[] = [...(module[kind] === undefined ? [] : [module[kind]]), ...(Array.isArray(list) ? list : [])]
  for (const part of parts) {
    const given: Module = typeof part === 'object' && part !== null ? { ...part } : {}
    const missing = NEEDED[kind].find((name) => given[String(name)] === undefined)
    if (missing !== undefined)
      throw complain('complaint.plugin-part', { path, kind, id: String(given['id'] ?? ''), missing: String(missing) })
  }
  return parts as readonly Kinds[Name][]
}

const pluginsOf = (module: Module, path: string): Plugins => {
  const plugins = {
    formats: partsOf('format', module, path),
    rules: partsOf('rule', module, path),
    providers: partsOf('provider', module, path),
    reports: partsOf('report', module, path),
  }
  if (Object.values(plugins).every(({ length }) => length === 0)) throw complain('complaint.plugin-empty', { path })
  return plugins
}

/** The parts in the files of `--plugin`. Node keeps the modules: asking again costs nothing. */
export const loadPlugins = async (paths: readonly string[] | undefined, cwd: string): Promise<Plugins> => {
  const loaded = await Promise.all((paths ?? []).map(async (path) => pluginsOf(await load(path, cwd), path)))
  return {
    formats: loaded.flatMap(({ formats }) => formats),
    rules: loaded.flatMap(({ rules }) => rules),
    providers: loaded.flatMap(({ providers }) => providers),
    reports: loaded.flatMap(({ reports }) => reports),
  }
}
