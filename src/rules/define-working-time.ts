import { isWithinHours, parseHours, type WeeklyHours } from '../kernel/weekly-hours.ts'
import type { Person } from '../model/knowledge.ts'

/** Hours are read once per spelling: a roster has few. */
export const createWorkingTime = (): ((person: Person, timeMs: number, otherwise: string | undefined) => boolean | undefined) => {
  const known = new Map<string, WeeklyHours | undefined>()
  const hoursOf = (text: string): WeeklyHours | undefined => {
    if (!known.has(text)) known.set(text, parseHours(text))
    return known.get(text)
  }
  /** Within the person's hours, on the wall clock of the roster? undefined: nobody said which hours those are. */
  return ({ work }, timeMs, otherwise) => {
    const text = work.hours ?? otherwise
    const hours = text === undefined ? undefined : hoursOf(text)
    return hours === undefined ? undefined : isWithinHours(timeMs, hours, work.zone, work.holidays)
  }
}
