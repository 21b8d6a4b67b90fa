import { editDistance } from '../../kernel/nearest.ts'
import { mayHaveBeen } from '../../knowledge/spreadsheet-damage.ts'
import type { AccountDictionary } from '../../order/event-table.ts'
import { eachAccountText } from '../persons/find-reported.ts'

/** What an id on the list was probably meant to be, and how it came to differ. */
export interface Likely {
  readonly text: string
  readonly why: 'spreadsheet-damage' | 'name-differs'
}

/** Shorter words differ by one letter from too many others. */
const TYPO_FROM = 6
/** Each is compared with every account of the log. */
const MOST_TEXTS = 200

/** A word as it is compared: without what people leave out or write otherwise. */
interface Spelling {
  readonly text: string
  readonly lower: string
  readonly letters: string
  readonly beforeAt: string
  readonly isMail: boolean
  readonly isWord: boolean
}

const spellingOf = (text: string): Spelling => {
  const lower = text.normalize('NFKC').toLowerCase()
  const at = lower.lastIndexOf('@')
  return {
    text,
    lower,
    letters: lower.replace(/[^\p{L}\p{N}]/gu, ''),
    beforeAt: at < 0 ? lower : lower.slice(0, at),
    isMail: at > 0,
    isWord: /\p{L}/u.test(lower),
  }
}

/** One letter too many, too few or wrong. Numbers are no words: 10023 and 10024 are two members. */
const isTypo = ({ lower, isWord }: Spelling, other: Spelling): boolean =>
  isWord &&
  lower.length >= TYPO_FROM &&
  Math.abs(lower.length - other.lower.length) <= 1 &&
  lower[0] === other.lower[0] &&
  editDistance(lower, other.lower) === 1

/** Signs between the letters left out, the same name at another domain or without one, or a slip of the finger. */
const differs = (one: Spelling, other: Spelling): boolean =>
  (one.letters !== '' && one.letters === other.letters) ||
  ((one.isMail || other.isMail) && one.isWord && one.beforeAt === other.beforeAt) ||
  isTypo(one, other)

/**
 * For ids that the log does not know: the account that was probably meant. A suggestion for a person, never a match; none where
 * two accounts fit. One pass over all accounts.
 */
export const likelySpellings = (texts: readonly string[], accounts: AccountDictionary): ReadonlyMap<string, Likely> => {
  const wanted = texts.slice(0, MOST_TEXTS).map(spellingOf)
  const found = new Map<string, Likely | undefined>()
  if (wanted.length === 0) return new Map()
  eachAccountText(accounts, (id) => {
    const other = spellingOf(id)
    for (const one of wanted) {
      const why = mayHaveBeen(one.text, id) ? 'spreadsheet-damage' : differs(one, other) ? 'name-differs' : undefined
      if (why === undefined) continue
      const known = found.get(one.text)
      if (!found.has(one.text)) found.set(one.text, { text: id, why })
      else if (known !== undefined && known.text !== id) found.set(one.text, undefined)
    }
  })
  return new Map([...found].flatMap(([text, likely]) => (likely === undefined ? [] : [[text, likely] as const])))
}
