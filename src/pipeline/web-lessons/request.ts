import type { EventDraft } from '../../model/event.ts'

/** A request for a page, as far as it teaches what a login's answers mean. */
export interface WebRequest {
  /** Epoch µs. */
  readonly time: number
  /** Address and program: who asks again a moment later. */
  readonly client: string
  readonly host: string
  readonly method: string
  readonly path: string
  readonly status: string
  /** Whose session it was, or what was typed, where the site logs it. */
  readonly account: string | undefined
}

/** The code of an event of `withRequests`. */
const CODE = /^(?<method>[A-Z]+) (?<path>\/\S*) (?<status>\d{3})$/

export const requestOf = ({ time, ip, userAgent, client, username, code }: EventDraft): WebRequest | undefined => {
  const { method, path, status } = CODE.exec(code ?? '')?.groups ?? {}
  if (method === undefined || path === undefined || status === undefined || ip === undefined) return undefined
  return { time, client: `${ip} ${userAgent ?? ''}`, host: client ?? '', method, path, status, account: username }
}
