import type { Format } from '../../formats/define-format.ts'
import { loginFinder, withRequests, type WebPaths } from '../../formats/web-paths.ts'
import type { SourceFile } from '../../input/source.ts'
import { compareTexts } from '../../kernel/text-order.ts'
import { createInputFormats } from '../input-formats.ts'
import type { AnalyzeOptions } from '../options.ts'
import { collectRequests } from './collect.ts'
import { learnAnswers } from './learn.ts'
import { NO_LESSONS, type Lessons } from './lessons.ts'
import type { WebRequest } from './request.ts'

/** Of all inputs together, so that the look ahead costs a fraction of a second however much there is to read. */
const RECORDS = 40_000
const ATTEMPTS = 3_000
/** Of more inputs these are looked at, evenly spaced by name: rotated parts of one log are alike. */
const MOST_INPUTS = 64

const NO_PATHS: WebPaths = { logins: {}, acts: {} }

const chooseSources = (sources: readonly SourceFile[]): readonly SourceFile[] => {
  const sorted = sources.toSorted((left, right) => compareTexts(left.path, right.path))
  if (sorted.length <= MOST_INPUTS) return sorted
  return Array.from({ length: MOST_INPUTS }, (_, at) => sorted[Math.floor((at * sorted.length) / MOST_INPUTS)] as SourceFile)
}

/**
 * A look at what the inputs begin with: where web logs show what their logins' answers mean, that is known before anything is read. The
 * same for any order of the inputs.
 */
export const lookAhead = async (sources: readonly SourceFile[], chosen: readonly Format[], options: AnalyzeOptions): Promise<Lessons> => {
  const requests = withRequests(chosen)
  if (requests.length === 0) return NO_LESSONS
  const paths = options.webPaths ?? NO_PATHS
  const { known, turnTo } = createInputFormats(requests, options)
  const findLogin = loginFinder(paths)
  const looked = chooseSources(sources)
  const share = { records: Math.ceil(RECORDS / looked.length), attempts: Math.ceil(ATTEMPTS / looked.length) }
  const parts: (readonly WebRequest[])[] = []
  for (const source of looked) {
    turnTo({ modifiedMs: source.modifiedMs, clock: { see: () => undefined, seeWallClock: () => undefined } })
    parts.push(await collectRequests(source, known, (path) => findLogin(path) !== undefined, share))
  }
  return learnAnswers(parts, paths)
}
