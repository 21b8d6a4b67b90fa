import type { FieldMap, JsonShape, Looked, Path } from '../define-format.ts'
import { windowsClassifier, windowsFields, windowsSubjects, type Read } from './fields.ts'
import { firstOf, lookAt } from './look.ts'
import { messageValues } from './message-values.ts'
import { positionsOf, propertyOrder } from './property-order.ts'

type Value = string | undefined
type Names = Readonly<Record<string, readonly Path[]>>

/** Session ids are numbers here and hexadecimal elsewhere. */
const plain = (name: string, value: Value): Value =>
  value !== undefined && /LogonI[dD]$/.test(name) && /^\d{1,19}$/.test(value) ? `0x${BigInt(value).toString(16)}` : value

/** The audit mask as .NET writes it: a signed number. */
const mask = (value: Value): Value =>
  value !== undefined && /^-?\d{1,19}$/.test(value) ? `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}` : value

/** Where the value of a position stands, first and otherwise. */
export type PathsAt = (position: number) => readonly [first: Path, other: Path]

/** Events have a value here: whose act it was, or about whom. */
const FIRST_POSITION = 0

/** By position where the values are there, else out of the message; a value is asked for by the name that the XML has for it. */
const sourceOf = (name: string, head: Names, pathsAt: PathsAt | undefined): Looked => {
  const positions = pathsAt === undefined ? [] : [FIRST_POSITION, ...positionsOf(name)]
  const own = head[name]
  if (own !== undefined) return name === 'Keywords' ? lookAt([firstOf(own)], mask) : firstOf(own)
  const id = head['EventID']?.[0] ?? ''
  const [message = '', other = message] = head['Message'] ?? []
  return {
    from: [id, message, other, ...positions.flatMap((position) => pathsAt?.(position) ?? [])],
    look: (read) => {
      const event = read(0)
      const valueAt = (at: number): Value => (at < 0 ? undefined : (read(3 + 2 * at) ?? read(4 + 2 * at)))
      const order = positions.length === 0 ? undefined : propertyOrder[event ?? '']
      const value = order === undefined ? undefined : valueAt(positions.lastIndexOf(order.indexOf(name)))
      if (value !== undefined) return plain(name, value)
      // The message is made of the same values, and is a new one for each event: it is asked only where they are lost.
      if (order !== undefined && valueAt(0) !== undefined) return undefined
      return messageValues(event, read(1) ?? read(2)).get(name)
    },
  }
}

/** How a shape's values are read: under which names the ends of an event stand, and where its values lie by their positions. */
export const readFrom =
  (head: Names, pathsAt?: PathsAt): Read =>
  (names, to): Looked =>
    lookAt(
      names.map((name) => sourceOf(name, head, pathsAt)),
      to,
    )

/** What every shape here has in common, by how its values are read. */
export const shapeOf = (read: Read, time: FieldMap['time']): Pick<JsonShape, 'fields' | 'subjects' | 'classify' | 'zone'> => ({
  // Converted with an offset or to the machine's own time.
  zone: 'option',
  fields: { time, ...windowsFields(read) },
  subjects: windowsSubjects(read),
  classify: windowsClassifier(read),
})
