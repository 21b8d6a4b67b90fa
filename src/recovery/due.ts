const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/
const DAY_MS = 86_400_000
/** Japan has no summer time; legal days are counted there. */
const TOKYO_MS = 9 * 3_600_000

const durationMs = (duration: string): number => {
  const [, days = '0', hours = '0', minutes = '0'] = DURATION.exec(duration) ?? []
  return Number(days) * DAY_MS + Number(hours) * 3_600_000 + Number(minutes) * 60_000
}

const iso = (ms: number): string => new Date(ms).toISOString()

/** The duration as it is, or the moment it ends once it is known when the case became known. */
export const dueOf = (duration: string, awareAt: string | undefined): string => {
  const aware = awareAt === undefined ? Number.NaN : Date.parse(awareAt)
  return Number.isNaN(aware) ? duration : iso(aware + durationMs(duration))
}

/**
 * End of the last day (Japan time) of a legal term in whole days: the day of coming to know is day 1 and weekends count.
 * A last day on a holiday moves to the next working day by law; that is left out, so the date errs on the early side.
 */
export const legalDueOf = (duration: string, awareAt: string | undefined): string => {
  const aware = awareAt === undefined ? Number.NaN : Date.parse(awareAt)
  if (Number.isNaN(aware)) return duration
  if (!/^P\d+D$/.test(duration)) return iso(aware + durationMs(duration))
  const dayStart = Math.floor((aware + TOKYO_MS) / DAY_MS) * DAY_MS - TOKYO_MS
  return iso(dayStart + durationMs(duration) - 1000)
}
