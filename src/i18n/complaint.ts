import { nearest } from '../kernel/nearest.ts'
import { userError, type UserError } from '../kernel/user-error.ts'
import { safeText } from '../kernel/safe-text.ts'
import type { MessageData, MessageValue } from '../model/finding.ts'
import type { MessageId } from './catalogue.ts'
import { say, type SayOptions } from './translate.ts'

/** A user's mistake that is said in the reader's language once that is known: what was looked for, then what to do next. */
export interface Complaint extends UserError {
  readonly messageId: MessageId
  readonly data: MessageData
}

/** A user's mistake as a value to throw; its `message` is the English text. Exit code 2: usage; 3: the result is incomplete. */
export const complain = (messageId: MessageId, data: MessageData = {}, exitCode: 2 | 3 = 2): Complaint =>
  Object.assign(userError(say(messageId, data, { lang: 'en', zone: 'UTC' }), '', exitCode), { messageId, data })

/** A longer list is a wall; its command shows it in order. */
const LONG_LIST = 20
const FIRST_OF_LONG = 6
const LISTED_BY: Readonly<Record<string, string>> = {
  formats: 'ashiato formats',
  '--format': 'ashiato formats',
  rules: 'ashiato rules',
  '--only': 'ashiato rules',
  '--skip': 'ashiato rules',
  '--set': 'ashiato rules',
  simulate: 'ashiato simulate --list',
}

const knownOf = (option: string, choices: readonly string[]): string => {
  if (choices.length <= LONG_LIST) return choices.join(', ')
  const command = LISTED_BY[option]
  return `${choices.slice(0, FIRST_OF_LONG).join(', ')}, …${command === undefined ? '' : ` (${command})`}`
}

/** A value outside a closed list: names the list, and the entry that was probably meant. */
export const complainUnknown = (option: string, value: string, choices: readonly string[]): Complaint => {
  const near = nearest(value, choices)
  const known = knownOf(option, choices)
  return near === undefined
    ? complain('complaint.unknown-value', { option, value, known })
    : complain('complaint.unknown-value-near', { option, value, known, near })
}

export const isComplaint = (error: UserError): error is Complaint => 'messageId' in error

const safeValue = (value: MessageValue): MessageValue => {
  if (typeof value === 'string') return safeText(value)
  return Array.isArray(value) ? value.map((item: string) => safeText(item)) : value
}

/** The datum that is several lines of ours, one per mistake; what a line quotes was made safe when it was written. */
const LINES = 'problems'
const safeLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => safeText(line))
    .join('\n')

/** The sentence with every text in its data made fit for a terminal: line breaks are the catalogue's own, never a file name's. */
export const saySafely = (id: MessageId, data: MessageData, options: SayOptions): string =>
  say(
    id,
    Object.fromEntries(
      Object.entries(data).map(([name, value]) => [
        name,
        name === LINES && typeof value === 'string' ? safeLines(value) : safeValue(value),
      ]),
    ),
    options,
  )
