import type { SubjectFields } from '../define-format.ts'

type Value = string | undefined

/** What was typed stands in the message only: as text, in the site's language. */
const TYPED =
  /username "(.*)" \((?:incorrect password entered|username does not exist)\)$|^Failed to authenticate with application password for user "(.*?)"|^Requested a password reset link for user with login '(.*)' and email '[^']*'$/s

/** Whom somebody else acted on; names that members have hold neither quotes nor brackets. */
const TARGET =
  /^.*\bfor user "?([^"()]{1,60}?)"?(?: \(.*)?(?: to ".*)?$|\bto user "([^"]{1,60})"$|\bfrom user "([^"]{1,60})"$|^(?:Created|Deleted) user ([^"()]{1,60}) \(/s
const OWN = /^Edited (?:your|their) profile/

const first = (match: RegExpExecArray | null): Value => match?.slice(1).find((group) => group !== undefined)

const typedIn = (message: Value): Value => first(TYPED.exec(message ?? ''))

const targetIn = (message = '', login?: string): Value => (OWN.test(message) ? login : first(TARGET.exec(message)))

/** Where such an entry has its parts: the message, and who did it. */
interface Parts {
  readonly message: string
  readonly login: string
  /** Of who did it, where the entry has one. */
  readonly id?: string
  readonly clean?: (text: Value) => Value
}

/** Of entries without their context: whom they are about, as far as the message is in English. The id is of whoever did it. */
export const messageSubjects = ({ message, login, id, clean = (text) => text }: Parts): Readonly<Record<string, SubjectFields>> => {
  const from = [message, login, ...(id === undefined ? [] : [id])]
  const nameOf = (text: Value, by: Value): Value => targetIn(clean(text), clean(by))
  return {
    typed: {
      account: { from: [], to: () => undefined },
      username: { from: [message], to: (text) => typedIn(clean(text)) },
    },
    target: {
      account: { from, to: (text, by, own) => (nameOf(text, by) === clean(by) ? own : undefined) },
      username: { from: [message, login], to: nameOf },
      actor: { from: [message, login], to: (text, by) => (nameOf(text, by) === clean(by) ? undefined : clean(by)) },
    },
  }
}
