import { existsSync } from 'node:fs'
import { corpusFiles } from '../corpus-rows.ts'
import { corpusPath, readCorpus } from '../corpus.ts'
import type { Oracle, Told } from './told.ts'

/** The part of an OCSF event (1.x) that speaks of fields we have. */
interface OcsfEvent {
  readonly class_uid?: number
  /** Milliseconds since 1970 by the schema; some examples write seconds. */
  readonly time?: number
  readonly time_dt?: string
  readonly status?: string
  readonly user?: Readonly<Record<string, unknown>>
  readonly actor?: { readonly user?: Readonly<Record<string, unknown>> }
  readonly src_endpoint?: { readonly ip?: string }
  readonly http_request?: { readonly user_agent?: string }
}

/** Account change, authentication. */
const LOGIN_CLASSES: ReadonlySet<number | undefined> = new Set([3001, 3002])

const namesOf = (user: Readonly<Record<string, unknown>> = {}): readonly string[] =>
  ['uid', 'name', 'email_addr'].flatMap((key) => (typeof user[key] === 'string' ? [user[key]] : []))

const isoOf = (time: number): string => new Date(time < 1e11 ? time * 1000 : time).toISOString()

const tell = ({ time, time_dt: date, status, user, actor, src_endpoint: source, http_request: request }: OcsfEvent): Told => ({
  ...(time !== undefined && { time: date ?? isoOf(time) }),
  ...((status === 'Success' || status === 'Failure') && { outcome: status === 'Success' ? 'success' : 'failure' }),
  names: [...namesOf(user), ...namesOf(actor?.user)],
  ...(source?.ip !== undefined && source.ip !== '-' && { ip: source.ip }),
  ...(request?.user_agent !== undefined && { userAgent: request.user_agent }),
})

/** The event beside a raw record, by the two ways that the examples are named. */
const answerOf = (path: string): string | undefined =>
  path.endsWith('.raw') ? path.replace(/\.raw$/, '.ocsf') : path.endsWith('.event') ? path.replace(/\.event$/, '.json') : undefined

/** OCSF's own mapping examples: a raw record, and the event that it should become. */
export const ocsfOracles = (): readonly Oracle[] =>
  corpusFiles().flatMap((file): readonly Oracle[] => {
    const answer = file.startsWith('ocsf/') ? answerOf(file) : undefined
    if (answer === undefined || !existsSync(corpusPath(answer))) return []
    const event = JSON.parse(readCorpus(answer)) as OcsfEvent
    const told = {
      index: 0,
      told: tell(event),
      match: { by: 'likeness', once: false },
      isLogin: LOGIN_CLASSES.has(event.class_uid),
    } as const
    return [{ tool: 'OCSF', file, records: [told] }]
  })
