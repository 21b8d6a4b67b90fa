import type { JsonShape, Path } from './define-format.ts'
import { joinedName, smallName } from './flat-names.ts'
import { keysOfPath } from './path.ts'

/** The names of a flattened record, and all that they begin with: so that most shapes can be ruled out before anything is put together. */
export interface FlatNames {
  readonly whole: ReadonlySet<string>
  readonly beginnings: ReadonlySet<string>
}

const SEPARATOR = /[._[{]/g

export const flatNames = (names: readonly string[]): FlatNames => {
  const whole = new Set<string>()
  const beginnings = new Set<string>()
  for (const name of names) {
    const small = smallName(name)
    const joined = joinedName([small])
    whole.add(joined)
    beginnings.add(joined)
    for (const { index } of small.matchAll(SEPARATOR)) beginnings.add(joined.slice(0, index))
  }
  return { whole, beginnings }
}

type Ask = (names: FlatNames) => boolean

/** Is there a name that leads there, or one whose cell may hold the rest? */
const mayLeadTo = (path: Path): Ask => {
  const keys = keysOfPath(path) ?? []
  const chains = keys.map((_, at) => joinedName(keys.slice(0, at + 1)))
  const chain = chains.at(-1) ?? ''
  return ({ whole, beginnings }) => keys.length === 0 || beginnings.has(chain) || chains.some((above) => whole.has(above))
}

/** Could a record of these names be of this shape, by what its signature asks for? */
export const mayHold = ({ signature: { has, any = [], is = {} } }: JsonShape): Ask => {
  const needed = [...has, ...Object.keys(is)].map(mayLeadTo)
  const alternatives = any.map((paths) => paths.map(mayLeadTo))
  return (names) => needed.every((ask) => ask(names)) && alternatives.every((asks) => asks.some((ask) => ask(names)))
}
