import type { Run } from '../model/line-plan.ts'

/** Fields that are more than a run of letters; the same numbers as in assembly/fields.ts. */
const FIELDS = [
  'host',
  'rest',
  'count',
  'visitor',
  'iso',
  'bsd',
  'clf',
  'ctime',
  'stamp',
  'commaStamp',
  'slashed',
  'minute',
  'clock',
  'syslog',
  'cef',
] as const

/** Longer than any line that is read. */
const ANY = 1 << 24

const RUNS: Readonly<Record<string, Run>> = {
  digits: { letters: '0-9', least: 1, most: 20 },
  port: { letters: '0-9', least: 1, most: 5 },
  status: { letters: '0-9', least: 3, most: 3 },
  /** Of a line of syslog, in pointed brackets. */
  priority: { letters: '0-9', least: 1, most: 3 },
  /** Of accounts and hosts. */
  name: { letters: '\\w.-', least: 1, most: ANY },
  /** Printable ASCII, as all that follow. */
  word: { letters: '!-~', least: 1, most: ANY },
  wordOrNothing: { letters: '!-~', least: 0, most: ANY },
  /** A value without quotes in a line of `name=value`: one that begins with a quote is none. */
  bare: { letters: '!#-~', least: 1, most: ANY },
  quoted: { letters: ' !#-\\[\\]-~', least: 1, most: ANY },
  quotedOrNothing: { letters: ' !#-\\[\\]-~', least: 0, most: ANY },
  text: { letters: ' -~', least: 0, most: ANY },
  blanks: { letters: ' ', least: 1, most: ANY },
  address: { letters: '0-9A-Fa-f:.', least: 2, most: 60 },
  lowerLevel: { letters: 'a-z', least: 4, most: 6 },
  upperLevel: { letters: 'A-Z', least: 4, most: 5 },
}

/** How the scanner reads what a template has in braces. */
export type LineKind = { readonly field: number } | { readonly run: Run }

/** A run by its name. */
export const runOf = (name: string, own: Readonly<Record<string, Run>>): Run => {
  const found = lineKind(name, own)
  if ('field' in found) throw new Error(`no run of letters: ${name}`)
  return found.run
}

export const lineKind = (name: string, own: Readonly<Record<string, Run>>): LineKind => {
  const run = own[name] ?? RUNS[name]
  const field = FIELDS.findIndex((known) => known === name)
  if (run === undefined && field < 0) throw new Error(`no kind of field: ${name}`)
  return run === undefined ? { field } : { run }
}

const letterTest = ({ letters }: Run): RegExp => new RegExp(`^[${letters}]$`)

/** Does the run take this letter? */
export const takesLetter = (run: Run, letter: string): boolean => letterTest(run).test(letter)

const RUN_HEAD = 8
const ASCII = 128

/** A run as the scanner reads it: least, most, and a byte for each letter of ASCII. */
export const runTable = (run: Run): Buffer => {
  const table = Buffer.alloc(RUN_HEAD + ASCII)
  table.writeUInt32LE(run.least, 0)
  table.writeUInt32LE(run.most, 4)
  const test = letterTest(run)
  for (let code = 0; code < ASCII; code += 1) if (test.test(String.fromCodePoint(code))) table[RUN_HEAD + code] = 1
  return table
}
