import type { CompiledFormat } from '../../formats/decode.ts'
import { createRouter } from '../../formats/router.ts'
import { isPartOfPage } from '../../formats/web-request.ts'
import type { SourceFile } from '../../input/source.ts'
import { readStart } from '../../input/read-start.ts'
import type { RawRecord } from '../../model/record.ts'
import { createEnough } from './enough.ts'
import { requestOf, type WebRequest } from './request.ts'

/** How much of an input is looked at: records, and attempts at logins among them. */
export interface Share {
  readonly records: number
  readonly attempts: number
}

/** An input none of whose first records is a request is no web log. */
const FIRST_RECORDS = 100
/** Methods that pages are asked for and sent with; an export of requests holds much else. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST'])

/** The requests for pages that an input begins with. `formats` tell of requests (`withRequests`). */
export const collectRequests = async (
  source: SourceFile,
  formats: readonly CompiledFormat[],
  isLogin: (path: string) => boolean,
  share: Share,
): Promise<readonly WebRequest[]> => {
  const requests: WebRequest[] = []
  const route = createRouter(formats)
  let records = 0
  let known = 0
  let attempts = 0
  const seen = createEnough()
  const isEnough = (): boolean =>
    seen.isEnough() || records >= share.records || attempts >= share.attempts || (known === 0 && records >= FIRST_RECORDS)
  const keep = (request: WebRequest | undefined): void => {
    if (request === undefined || !METHODS.has(request.method) || isPartOfPage(request.path)) return
    requests.push(request)
    const isAttempt = request.method === 'POST' && isLogin(request.path)
    seen.see(request, isAttempt)
    if (isAttempt) attempts += 1
  }
  const record = (raw: RawRecord): void => {
    if (isEnough()) return
    records += 1
    const shape = route(raw)
    if (shape === undefined) return
    known += 1
    shape.decode(raw, (draft) => keep(requestOf(draft)))
  }
  await readStart(source, { record, reject: () => undefined }, isEnough)
  return requests
}
