import type { OpenLogin } from './lessons.ts'

/** What most forms do: whoever gets in is led on. Whether this one does, its owner knows; undefined where statuses cannot tell. */
const likelySuccesses = ({ statuses, mixed, hasRefusals }: OpenLogin): readonly string[] => {
  const ledOn = statuses.filter((status) => status.startsWith('3'))
  if (ledOn.some((status) => mixed.includes(status))) return []
  if (ledOn.length > 0 && (ledOn.length < statuses.length || hasRefusals)) return ledOn
  return hasRefusals && statuses.length === 1 ? statuses : []
}

/** A path that means something else in YAML stands in quotes. */
const quoted = (path: string): string => (/^[\w/.-]+$/.test(path) ? path : JSON.stringify(path))

/** The lines of a file for `--map` that says what these answers mean, filled in; undefined where the status is no help. */
export const examplePaths = (open: OpenLogin): readonly string[] | undefined => {
  const successes = likelySuccesses(open)
  if (successes.length === 0) return undefined
  const failures = open.statuses.filter((status) => !successes.includes(status))
  const lost = failures.length === 0 ? '' : `, failure: [${failures.join(', ')}]`
  return ['ashiato: paths/1', 'logins:', `  ${quoted(open.path)}: { success: [${successes.join(', ')}]${lost} }`]
}
