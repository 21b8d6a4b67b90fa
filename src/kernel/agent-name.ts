import type { Agent } from '../model/event.ts'

/** Program and system for people: `Chrome (Windows)`, `python-requests`; undefined when the program is not recognised. */
export const agentName = ({ family, os }: Agent): string | undefined => {
  if (family === 'unknown') return undefined
  return os === 'unknown' ? family : `${family} (${os})`
}
