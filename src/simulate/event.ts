import type { Action, Outcome, Reason } from '../model/vocabulary.ts'
import type { Line } from './world/lines.ts'

/** Which scenario made an event, and as what: the truth beside the log. Ordinary days have no mark. */
export interface Mark {
  /** `stuffing-2`: the instance of a scenario. */
  readonly part: string
  /** `attempt`: tried and failed; `hit`: somebody else got in; `misuse`: what was done then; `benign`: only looks like it. */
  readonly role: 'attempt' | 'hit' | 'misuse' | 'benign'
}

/** One thing that happened, before any vendor writes it down. */
export interface SimEvent {
  readonly timeMs: number
  readonly action: Action
  readonly outcome: Outcome
  readonly reason: Reason | undefined
  /** Index of the account, or −1 where the typed name is nobody's. */
  readonly person: number
  /** What was typed or asserted as the name. */
  readonly name: string
  readonly line: Line
  readonly userAgent: string
  readonly device: string | undefined
  readonly session: string | undefined
  readonly mfaMethod: 'push' | 'otp' | 'sms' | undefined
  readonly client: string
  readonly mark: Mark | undefined
}

/** What is the same for all events of one visit. */
export type Scene = Pick<SimEvent, 'person' | 'name' | 'line' | 'userAgent' | 'device' | 'session' | 'client' | 'mark'>

export const eventOf = (scene: Scene, timeMs: number, action: Action, outcome: Outcome, reason?: Reason): SimEvent => ({
  timeMs: Math.floor(timeMs),
  action,
  outcome,
  reason,
  person: scene.person,
  name: scene.name,
  line: scene.line,
  userAgent: scene.userAgent,
  device: scene.device,
  session: outcome === 'success' || outcome === 'info' ? scene.session : undefined,
  mfaMethod: undefined,
  client: scene.client,
  mark: scene.mark,
})

export const byFactor = (mfaMethod: SimEvent['mfaMethod'], event: SimEvent): SimEvent => ({ ...event, mfaMethod })

export const byTime = (left: SimEvent, right: SimEvent): number => left.timeMs - right.timeMs
