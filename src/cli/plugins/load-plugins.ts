import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { formats } from '../../formats/registry.ts'
import { complain } from '../../i18n/complaint.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { Provider } from '../../recovery/define-provider.ts'
import { reports } from '../../reports/registry.ts'
import { rules } from '../../rules/registry.ts'
import { complainOf, type Named } from './blame.ts'
import { isMap, type Check } from './check.ts'
import { checkFormat } from './format-check.ts'
import { guardedFormat } from './guarded-format.ts'
import { guardedReport } from './guarded-report.ts'
import { guardedRule } from './guarded-rule.ts'
import type { Kind, Kinds, Plugins } from './kinds.ts'
import { checkProvider, templateProblem } from './provider-check.ts'
import { checkReport } from './report-check.ts'
import { checkRule } from './rule-check.ts'

type Module = Readonly<Record<string, unknown>>

const load = async (path: string, cwd: string): Promise<Module> => {
  try {
    return (await import(pathToFileURL(resolve(cwd, path)).href)) as Module
  } catch (error) {
    throw complain('complaint.plugin-load', { path, detail: reasonOf(error) })
  }
}

const withTemplates = (named: Named, provider: Provider, lang: Lang): Provider => {
  const problem = templateProblem(provider)
  if (problem !== undefined) throw complain('complaint.plugin-failed', { ...named, detail: problem.message[lang] })
  return provider
}

/** How a part is checked, and what makes one that is whole answer for what it does later. */
const MADE: {
  readonly [Name in Kind]: { readonly check: Check; readonly guard: (named: Named, part: Kinds[Name], lang: Lang) => Kinds[Name] }
} = {
  format: { check: checkFormat, guard: guardedFormat },
  rule: { check: checkRule, guard: guardedRule },
  provider: { check: checkProvider, guard: withTemplates },
  report: { check: checkReport, guard: guardedReport },
}

/** What a module exports of one kind, alone (`rule`) or as a list (`rules`). */
const partsOf = <Name extends Kind>(kind: Name, module: Module, path: string, lang: Lang): readonly Kinds[Name][] => {
  const list = module[`${kind}s`]
  const parts: readonly unknown[] = [...(module[kind] === undefined ? [] : [module[kind]]), ...(Array.isArray(list) ? list : [])]
  const { check, guard } = MADE[kind]
  return parts.map((part) => {
    const named = { path, kind, id: isMap(part) && typeof part['id'] === 'string' ? part['id'] : '' }
    const flaw = check(isMap(part) ? part : {}, '')
    if (flaw !== undefined) throw complainOf(named, flaw)
    // Just checked, key by key.
    return guard(named, part as Kinds[Name], lang)
  })
}

const pluginsOf = (module: Module, path: string, lang: Lang): Plugins => {
  const plugins = {
    formats: partsOf('format', module, path, lang),
    rules: partsOf('rule', module, path, lang),
    providers: partsOf('provider', module, path, lang),
    reports: partsOf('report', module, path, lang),
  }
  if (Object.values(plugins).every(({ length }) => length === 0)) throw complain('complaint.plugin-empty', { path })
  return plugins
}

/** Ids that are taken: two rules of one name would be one in every list, and `--to` could mean either output. Providers may stand in for ours. */
const TAKEN: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  format: formats.map(({ id }) => id),
  rule: rules.map(({ id }) => id),
  report: [...reports.keys()],
}

const refuseTaken = (kind: Kind, parts: readonly (readonly [path: string, id: string])[]): void => {
  const taken = new Set(TAKEN[kind])
  for (const [path, id] of parts) {
    if (taken.has(id)) throw complain('complaint.plugin-taken', { path, kind, id })
    taken.add(id)
  }
}

export const loadPlugins = async (paths: readonly string[], cwd: string, lang: Lang): Promise<Plugins> => {
  const loaded = await Promise.all(paths.map(async (path) => [path, pluginsOf(await load(path, cwd), path, lang)] as const))
  for (const kind of Object.keys(MADE) as Kind[])
    refuseTaken(
      kind,
      loaded.flatMap(([path, plugins]) => plugins[`${kind}s`].map(({ id }) => [path, id] as const)),
    )
  const all = loaded.map(([, plugins]) => plugins)
  return {
    formats: all.flatMap(({ formats }) => formats),
    rules: all.flatMap(({ rules }) => rules),
    providers: all.flatMap(({ providers }) => providers),
    reports: all.flatMap(({ reports }) => reports),
  }
}
