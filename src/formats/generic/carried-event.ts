import { cefExtension } from '../../kernel/cef.ts'

/** What a line in ArcSight's CEF or IBM's LEEF says: names and values, and when it happened where it says that itself. */
export interface CarriedEvent {
  readonly pairs: readonly (readonly [name: string, value: string])[]
  readonly time: string | undefined
}

/** Under these names what happened stands: the event's name of CEF, the event's id of LEEF. */
export const CARRIED_MESSAGES = ['eventlabel', 'signature']

const CEF = /(?:^|\s)CEF:\d+\|(?:(?:[^|\\]|\\.)*\|){3}(?<signature>(?:[^|\\]|\\.)*)\|(?<label>(?:[^|\\]|\\.)*)\|[^|]*\|(?<rest>.*)$/su
const LEEF = /(?:^|\s)LEEF:(?<version>[12])\.0\|(?:[^|]*\|){3}(?<signature>[^|]*)\|(?<rest>.*)$/su
/** LEEF 2.0 names what stands between pairs: a sign, or its number. */
const LEEF_SIGN = /^(?<sign>[^|]|0?x[0-9a-f]{2,4})?\|(?<rest>.*)$/isu

/**
 * Names of accounts and addresses, by the dictionaries of both: https://www.microfocus.com/documentation/arcsight/ (CEF: suser, duser, src),
 * https://www.ibm.com/docs/en/dsm?topic=overview-predefined-leef-event-attributes (LEEF: usrName, src). From memory.
 */
const NAMES: Readonly<Record<string, string>> = { src: 'sourceip', usrName: 'user', requestClientApplication: 'useragent', devTime: 'time' }

const epochTime = (text: string | undefined): string | undefined =>
  text !== undefined && /^1\d{12}$/.test(text) ? new Date(Number(text)).toISOString() : text

/** The account that was used is the destination's; where only a source has a name, it is that. Two of them are left to whoever knows which. */
const userOf = ({ duser, suser }: Readonly<Record<string, string | undefined>>): string | undefined =>
  duser === undefined || suser === undefined || duser === suser ? (duser ?? suser) : undefined

const eventOf = (
  values: ReadonlyMap<string, string>,
  told: Readonly<Record<string, string | undefined>>,
  time: string | undefined,
): CarriedEvent => ({
  time: epochTime(time),
  pairs: [
    ...Object.entries(told).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
    ...[...values].flatMap(([name, value]) =>
      ['rt', 'devTime', 'duser', 'suser'].includes(name) ? [] : [[NAMES[name] ?? name, value] as const],
    ),
  ],
})

const ofCef = (line: string): CarriedEvent | undefined => {
  const { signature, label, rest } = CEF.exec(line)?.groups ?? {}
  const values = rest === undefined ? undefined : cefExtension(rest)
  if (values === undefined) return undefined
  const user = userOf(Object.fromEntries(values))
  return eventOf(values, { user, eventlabel: label, signature }, values.get('rt') ?? values.get('end') ?? values.get('start'))
}

const signOf = (sign: string | undefined): string => {
  const code = /^0?x([0-9a-f]+)$/i.exec(sign ?? '')?.[1]
  return code === undefined ? (sign ?? '\t') : String.fromCharCode(Number.parseInt(code, 16))
}

const ofLeef = (line: string): CarriedEvent | undefined => {
  const { version, signature, rest = '' } = LEEF.exec(line)?.groups ?? {}
  if (version === undefined) return undefined
  const named = version === '2' ? LEEF_SIGN.exec(rest)?.groups : undefined
  const pairs = (named?.['rest'] ?? rest)
    .split(signOf(named?.['sign']))
    .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1)] as const)
  // A value could otherwise say what another one is.
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) return undefined
  const values = new Map(pairs)
  return eventOf(values, { signature }, values.get('devTime'))
}

/** Undefined for other lines, and for those in which a name stands twice. */
export const carriedEvent = (line: string): CarriedEvent | undefined => {
  if (line.includes('CEF:')) return ofCef(line)
  return line.includes('LEEF:') ? ofLeef(line) : undefined
}
