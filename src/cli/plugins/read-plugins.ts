import type { Lang } from '../../model/vocabulary.ts'
import type { Plugins } from './kinds.ts'

const NONE: Plugins = { formats: [], rules: [], providers: [], reports: [] }

/** The parts in the files of `--plugin`, checked. Node keeps the modules: asking again costs nothing, and not asking does not load the checks. */
export const readPlugins = async (paths: readonly string[] | undefined, cwd: string, lang: Lang): Promise<Plugins> =>
  paths === undefined || paths.length === 0 ? NONE : (await import('./load-plugins.ts')).loadPlugins(paths, cwd, lang)
