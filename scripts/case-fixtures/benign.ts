import { DAY, HOUR, MINUTE, type Deed, type Dice, type Person } from './world.ts'

export interface NormalUse {
  readonly from: number
  readonly days: number
  /** Logins per person over the whole time. */
  readonly logins: (person: Person) => number
  /** What follows a login, as kinds. */
  readonly after?: readonly string[]
  /** The kind of a failure of one's own. */
  readonly mistake?: string
}

/** Evening hours in Japan (UTC+9), with a few in the morning. */
const timeOfDay = (dice: Dice): number => (dice.next() < 0.3 ? 22 + dice.below(3) : 3 + dice.below(11)) * HOUR + dice.below(HOUR)

/** One person's own logins: from home with the computer, on the way with the phone; a typo now and then. */
const ownUse = (person: Person, use: NormalUse, dice: Dice): readonly Deed[] => {
  const count = use.logins(person)
  return Array.from({ length: count }, (_, index) => {
    const at = use.from + Math.floor((index * use.days) / count) * DAY + timeOfDay(dice)
    const isMobile = index % 3 === 1
    const [line, program] = isMobile ? [person.mobile, person.phone] : [person.home, person.computer]
    const session = `${person.number.toString(36)}${index.toString(36)}${dice.below(1e9).toString(36)}`
    const deed = { person, line, program }
    const mistake = use.mistake !== undefined && dice.next() < 0.06 ? [{ ...deed, at: at - 20_000, kind: use.mistake }] : []
    const after = (use.after ?? [])
      .filter(() => dice.next() < 0.25)
      .map((kind, step) => ({ ...deed, at: at + (step + 1) * MINUTE + dice.below(MINUTE), kind, session }))
    return [...mistake, { ...deed, at, kind: 'login', session }, ...after]
  }).flat()
}

/** Weeks of ordinary use. */
export const normalUse = (people: readonly Person[], use: NormalUse, dice: Dice): readonly Deed[] =>
  people.flatMap((person) => ownUse(person, use, dice))
