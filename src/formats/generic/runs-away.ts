import { runInNewContext } from 'node:vm'

/** What is repeated without an end, as it stands in the pattern: groups only, a single character cannot be split in two ways. */
const repeatedGroups = (source: string): readonly string[] => {
  const found: string[] = []
  const opened: number[] = []
  let isClass = false
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]
    if (character === '\\') at += 1
    else if (isClass) isClass = character !== ']'
    else if (character === '[') isClass = true
    else if (character === '(') opened.push(at)
    else if (character === ')') {
      const from = opened.pop()
      if (from !== undefined && /^(?:[*+]|\{\d+,\})/.test(source.slice(at + 1))) found.push(source.slice(from, at + 1))
    }
  }
  return found
}

const withoutNames = (source: string): string => source.replace(/\(\?<[A-Za-z_$][\w$]*>/g, '(')

/** Characters that stand for the kinds which patterns of logs speak of, beside the pattern's own. */
const KINDS = ['a', 'Z', '0', ' ', '"', '.', '-', '_', ':', '/', '@', 'あ']
const MOST_OWN = 8
/** Long enough that two ways per repetition do not end within the time, and one way ends at once. */
const REPETITIONS = 48
const MOST_MS = 500

const PROBE = 'for (const text of texts) new RegExp(source, "u").test(text)'

const isSlow = (source: string): boolean => {
  const own = [...new Set(source.replace(/\\./g, '').match(/[\p{L}\p{N}]/gu) ?? [])].slice(0, MOST_OWN)
  const characters = [...new Set([...own, ...KINDS])]
  const words = [...characters, ...own.flatMap((one) => characters.map((other) => one + other))]
  const texts = words.map((word) => word.repeat(REPETITIONS))
  try {
    // What comes after never fits: every way to split the text is tried.
    runInNewContext(PROBE, { source: `^(?:${withoutNames(source)})+(?!)`, texts }, { timeout: MOST_MS })
    return false
  } catch (error) {
    // Thrown in the other context: no Error of ours.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  }
}

/**
 * Can a line make this pattern run for years? Each group that it repeats is tried on lines made to be split in many ways, for half
 * a second: attackers write the lines of a log.
 */
export const runsAway = (source: string): boolean => repeatedGroups(source).some(isSlow)
