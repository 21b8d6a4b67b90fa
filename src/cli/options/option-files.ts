import type { Format } from '../../formats/define-format.ts'
import type { WebPaths } from '../../formats/web-paths.ts'
import { complain } from '../../i18n/complaint.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { AnalyzeOptions } from '../../pipeline/options.ts'
import type { Plugins } from '../plugins/kinds.ts'
import { readText } from './read-file.ts'

interface Positioned {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

const positioned = (errors: readonly Positioned[]): string =>
  errors.map(({ file, line, column, message }) => `${safeText(file)}:${line}:${column}: ${safeText(message)}`).join('\n')

export const readVictims = async (path: string | undefined, cwd: string, zone: string): Promise<Pick<AnalyzeOptions, 'victims'>> => {
  if (path === undefined) return {}
  const { parseVictims } = await import('../../knowledge/victims-list.ts')
  return { victims: parseVictims(await readText(path, cwd, '--victims'), path, zone) }
}

const LIST_OPTIONS = ['allow', 'intel', 'roster'] as const

type ListFlags = { readonly [Name in (typeof LIST_OPTIONS)[number]]?: string }

/** The organisation's own lists; a mistake in one is refused before any log is read. */
export const readLists = async (flags: ListFlags, cwd: string, zone: string): Promise<Pick<AnalyzeOptions, 'lists'>> => {
  if (LIST_OPTIONS.every((name) => flags[name] === undefined)) return {}
  const { parseList } = await import('../../knowledge/parse-list.ts')
  let lists: AnalyzeOptions['lists'] = {}
  for (const name of LIST_OPTIONS) {
    const path = flags[name]
    if (path !== undefined) lists = { ...lists, ...parseList(name, await readText(path, cwd, `--${name}`), path, zone) }
  }
  return { lists }
}

interface Mappings {
  readonly formats: readonly Format[]
  /** Of a site behind the web logs that are known anyway. */
  readonly webPaths: WebPaths | undefined
}

const bothPaths = (left: WebPaths | undefined, right: WebPaths): WebPaths => ({
  logins: { ...left?.logins, ...right.logins },
  acts: { ...left?.acts, ...right.acts },
})

export const readMappings = async (paths: readonly string[], cwd: string, lang: Lang): Promise<Mappings> => {
  if (paths.length === 0) return { formats: [], webPaths: undefined }
  // The YAML library is loaded only when there is a mapping to read.
  const { loadMapFile } = await import('../../formats/generic/load-mapping.ts')
  const formats: Format[] = []
  let webPaths: WebPaths | undefined
  for (const path of paths) {
    const loaded = loadMapFile(await readText(path, cwd, '--map'), path, lang)
    if ('errors' in loaded) throw complain('complaint.mapping', { problems: positioned(loaded.errors) })
    if ('paths' in loaded) webPaths = bothPaths(webPaths, loaded.paths)
    else formats.push(loaded.format)
  }
  return { formats, webPaths }
}

export const readProviders = async (paths: readonly string[], cwd: string, lang: Lang): Promise<Plugins['providers']> => {
  if (paths.length === 0) return []
  const { loadProvider } = await import('../../recovery/provider-yaml.ts')
  const providers: Plugins['providers'][number][] = []
  for (const path of paths) {
    const loaded = loadProvider(await readText(path, cwd, '--provider'), path, lang)
    if ('errors' in loaded) throw complain('complaint.provider', { problems: positioned(loaded.errors) })
    providers.push(loaded.provider)
  }
  return providers
}
