import type { Path, TimeField } from '../define-format.ts'

type Value = string | undefined

/** Older versions know nobody when a login fails, and say whom it was tried for beside the credentials. */
const TRIED = /^(?:Supplied credentials: )?\[(?:\w{1,60}\(username=([^,()[\]]+), |([^,()[\]=]+)\]$)/

/** CAS writes `audit:unknown` where it knows nobody. */
export const nameOf = (who: Value, what: Value): Value => {
  if (who !== undefined && who !== 'audit:unknown') return who
  const tried = TRIED.exec(what ?? '')
  return tried?.[1] ?? tried?.[2]
}

/** In what was worked on: the service of a ticket, the kind of credential. */
export const SERVICE = /^ST-\S+ for (\S+)/
export const CREDENTIAL = /^Supplied credentials: \[(\w{1,60})/i

/** Of the zones that Java abbreviates only some mean the same everywhere; another is taken as the one that was given for the log. */
export const when = (path: Path): TimeField => ({
  path: { from: [path], to: (text) => text?.replace(/ (?!UTC|GMT|JST)[A-Z]{2,5} (?=\d{4}$)/, ' ') },
  syntax: 'any',
})
