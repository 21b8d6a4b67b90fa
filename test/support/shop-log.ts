/** A shop's log in Japanese, small enough to be told in a few lines: what members do at home, and what is added. */
export interface ShopAct {
  /** Minutes after 10 November 2026, 00:00 in Japan. */
  readonly minute: number
  readonly member: string
  readonly act: string
  readonly result?: '○' | '×'
  readonly ip: string
  readonly agent?: string
}

export const DAY = 24 * 60
const START_MS = Date.UTC(2026, 10, 9, 15)
const JAPAN_MS = 9 * 3_600_000

const HOME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
export const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'

/** As the built-in tables know it: a rented machine in Germany. */
export const RENTED = '167.99.134.12'

const timeOf = (minute: number): string =>
  new Date(START_MS + JAPAN_MS + minute * 60_000).toISOString().replace('T', ' ').replaceAll('-', '/').slice(0, 19)

/** Each member every second day, in the evening, from a line of their own that the built-in tables put in Japan; now and then a wrong password first. */
export const evenings = (members: readonly string[], days: number): readonly ShopAct[] =>
  members.flatMap((member, person) =>
    Array.from({ length: days }, (_, day) => day).flatMap((day): ShopAct[] => {
      if ((day + person) % 2 === 1) return []
      const visit = { member, ip: `118.0.4.${(person % 250) + 1}`, minute: day * DAY + 18 * 60 + ((person * 7 + day) % 180) }
      const mistyped: ShopAct[] = (day + person) % 12 === 0 ? [{ ...visit, minute: visit.minute - 1, act: 'ログイン', result: '×' }] : []
      return [...mistyped, { ...visit, act: 'ログイン' }, { ...visit, minute: visit.minute + 1, act: '会員情報表示' }]
    }),
  )

export const shopLog = (acts: readonly ShopAct[]): string => {
  const rows = acts
    .toSorted((left, right) => left.minute - right.minute)
    .map(({ minute, member, act, result = '○', ip, agent = HOME }) => `${timeOf(minute)},${member},${act},${result},${ip},"${agent}"`)
  return `${['日時,会員ID,操作,結果,接続元IP,ユーザーエージェント', ...rows].join('\n')}\n`
}
