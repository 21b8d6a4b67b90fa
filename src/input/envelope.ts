export type Plain = Readonly<Record<string, unknown>>
export const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

export interface Envelope {
  readonly key: string
  /** Of the object under the key. */
  readonly inner?: string
  /** Keys that may stand beside it; undefined: any. */
  readonly beside?: readonly string[]
  /** Keys beside it may be flattened: `cloud.region` stands for `cloud`. */
  readonly dotted?: true
  /** Keys that somebody added may stand beside it: GELF marks them with an underscore. */
  readonly marksAdded?: true
  /** The record's line, put together from several of its fields; `key` is the path that is shown. */
  readonly line?: (value: Plain) => string | undefined
  /** The same for a record that is an object. */
  readonly object?: (value: Plain) => Plain | undefined
  readonly needs?: readonly string[]
  /** Keys without all of which it is none; default: its own. Records that have one are read in full. */
  readonly marks?: readonly string[]
  /** Where such keys are told by how they look. Records of any width are then looked at. */
  readonly isMark?: (key: string) => boolean
  readonly unless?: (value: Plain) => boolean
  /** Keys at the top, and of objects there (`data.win`), at which whatever stands makes it none: unlike `unless`, the scanner sees them too. */
  readonly never?: readonly string[]
  /** object: as it is · json: a string that holds an object or a list · base64: a string that stands for any of these · text: a string as it is. */
  readonly holds: readonly ('object' | 'json' | 'base64' | 'text')[]
}

/** Does something stand at one of the keys that no such envelope has? */
export const isBarred = ({ never = [] }: Envelope, value: Plain): boolean =>
  never.some((path) => {
    const [key = '', inner] = path.split('.', 2)
    const found = value[key]
    return inner === undefined ? found !== undefined : isPlain(found) && found[inner] !== undefined
  })

export const isBeside = ({ key: own, beside, dotted, marksAdded }: Envelope, key: string): boolean =>
  key === own ||
  beside?.includes(dotted === true ? (key.split('.', 1)[0] ?? '') : key) === true ||
  (marksAdded === true && key.startsWith('_'))

/** Does the key tell that the object may be one? */
export const opens = ({ key: own, marks, isMark }: Envelope, key: string): boolean => isMark?.(key) ?? marks?.includes(key) ?? own === key
