import type { Format } from '../formats/define-format.ts'
import { formats as builtIn } from '../formats/registry.ts'
import { withPaths } from '../formats/web-paths.ts'
import { complainUnknown } from '../i18n/complaint.ts'
import type { AnalyzeOptions } from './options.ts'
import type { Lessons } from './web-lessons/lessons.ts'

/** Web logs with what was learnt about a site's answers, beside what the user said about it. */
export const withLessons = (
  formats: readonly Format[],
  options: Pick<AnalyzeOptions, 'webPaths'>,
  { learnt }: Lessons,
): readonly Format[] => {
  if (Object.keys(learnt).length === 0) return formats
  const { logins = {}, acts = {} } = options.webPaths ?? {}
  return formats.map((format) => withPaths(format, { logins, acts, learnt }))
}

/** The formats that a run asks, the user's own first. */
export const chooseFormats = (options: Pick<AnalyzeOptions, 'format' | 'ownFormats' | 'webPaths'>): readonly Format[] => {
  const { webPaths } = options
  const known = webPaths === undefined ? builtIn : builtIn.map((format) => withPaths(format, webPaths))
  const all = [...options.ownFormats, ...known]
  if (options.format === 'auto') return all
  const chosen = all.filter(({ id }) => id === options.format)
  if (chosen.length > 0) return chosen
  throw complainUnknown('--format', options.format, ['auto', ...all.map(({ id }) => id)])
}
