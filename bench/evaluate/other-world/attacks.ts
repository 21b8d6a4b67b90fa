import { DAY, HOUR, MINUTE, SECOND, START_MS, type Dice, type Kind, type Seat } from './happenings.ts'
import { agentOf, ATTACKING, homeLine, hosted, ownedMachine, type Machine } from './lines.ts'
import { logInAtOnce, type Pen } from './ordinary.ts'
import type { Crowd, Person } from './people.ts'

export interface Victim {
  readonly person: number
  readonly attack: string
}

interface Stage {
  readonly dice: Dice
  readonly pen: Pen
  readonly crowd: Crowd
  /** 1, or less: how many attempts there are. */
  readonly volume: number
  /** Somebody who has logged in at least so often, and whom nobody has attacked yet. */
  readonly victim: (attack: string, leastLogins?: number) => Person
}

const CHANGES: readonly (Kind | undefined)[] = [undefined, undefined, 'mail', 'factor']
const BOTS: readonly Machine[] = ['script', 'windows']

const abroad = (dice: Dice): string => homeLine(dice, dice.pick(ATTACKING))
const somewhere = (dice: Dice): string => (dice.chance(0.6) ? hosted(dice) : abroad(dice))
const begin = (dice: Dice, firstDay = 9, lastDay = 26): number => START_MS + dice.between(firstDay, lastDay) * DAY

/** What a thief does who is in. */
const takeOver = ({ dice, pen }: Stage, person: Person, ms: number, seat: Seat, change = dice.pick(CHANGES)): void => {
  const session = pen.session()
  pen.write(ms, 'login', person, seat, session)
  if (change !== undefined) pen.write(ms + dice.between(1, 8) * MINUTE, change, person, seat, session)
  for (let left = dice.pick([1, 2, 4]); left > 0; left -= 1) pen.write(ms + dice.between(1, 30) * MINUTE, 'use', person, seat, session)
}

const stuffing =
  (addresses: number) =>
  (stage: Stage): void => {
    const { dice, pen, crowd, volume } = stage
    const attempts = Math.max(20, Math.floor(3000 * volume))
    const isWide = addresses > 100
    const from = Array.from({ length: Math.min(addresses, attempts) }, () => (isWide && dice.chance(0.7) ? abroad(dice) : hosted(dice)))
    const agent = agentOf(dice, dice.pick(BOTS))
    const victims = Array.from({ length: Math.max(2, Math.floor(attempts * 0.004)) }, () =>
      stage.victim(`stuffing, ${addresses} addresses`, 1),
    )
    const hits = new Map(victims.map((person) => [dice.int(attempts), person]))
    const [startMs, lengthMs] = [begin(dice), dice.pick([2, 5, 10]) * HOUR]
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const ms = startMs + (lengthMs * attempt) / attempts + dice.int(8 * SECOND)
      const seat = { address: dice.pick(from), agent: isWide ? agentOf(dice, 'windows') : agent }
      const hit = hits.get(attempt)
      if (hit !== undefined) takeOver(stage, hit, ms, seat)
      else if (dice.chance(0.35)) pen.write(ms, 'failure', dice.pick(crowd.people), seat)
      else pen.write(ms, 'nobody', `${dice.int(1e9).toString(36)}@example.com`, seat)
    }
    // Two of them may have drawn the same turn.
    for (const person of victims)
      if (![...hits.values()].includes(person)) takeOver(stage, person, startMs + lengthMs, { address: dice.pick(from), agent })
  }

const spray =
  (addresses: number) =>
  (stage: Stage): void => {
    const { dice, pen, crowd, volume } = stage
    const from = Array.from({ length: addresses }, () => hosted(dice))
    const agent = agentOf(dice, 'windows')
    const victims = [2, 3, 4].map((round) => [round, stage.victim(`spray, ${addresses} addresses`)] as const)
    const targets = [
      ...Array.from({ length: Math.max(30, Math.floor(600 * volume)) }, () => dice.pick(crowd.people)),
      ...victims.map(([, person]) => person),
    ]
    const startMs = begin(dice, 3, 12)
    for (let round = 0; round < 6; round += 1)
      targets.forEach((person, turn) => {
        const ms = startMs + round * 8 * HOUR + turn * 12 * SECOND + dice.int(9 * SECOND)
        const seat = { address: dice.pick(from), agent }
        if (victims.some(([hit, victim]) => hit === round && victim === person)) takeOver(stage, person, ms, seat)
        else pen.write(ms, 'failure', person, seat)
      })
  }

const guessing = (stage: Stage): void => {
  const { dice, pen, volume } = stage
  const person = stage.victim('guessing', 1)
  const seat = { address: somewhere(dice), agent: agentOf(dice, 'script') }
  const startMs = begin(dice)
  const attempts = Math.max(6, Math.floor(80 * volume))
  for (let attempt = 0; attempt < attempts; attempt += 1)
    pen.write(startMs + attempt * dice.between(5, 40) * SECOND, 'failure', person, seat)
  takeOver(stage, person, startMs + attempts * 45 * SECOND, seat)
}

const distributedGuessing = (stage: Stage): void => {
  const { dice, pen, volume } = stage
  const person = stage.victim('distributed guessing', 1)
  const startMs = begin(dice)
  const attempts = Math.max(10, Math.floor(120 * volume))
  for (let attempt = 0; attempt < attempts; attempt += 1)
    pen.write(startMs + attempt * 3 * MINUTE, 'failure', person, { address: abroad(dice), agent: agentOf(dice, 'windows') })
  takeOver(stage, person, startMs + (attempts * 3 + 2) * MINUTE, { address: abroad(dice), agent: agentOf(dice, 'windows') })
}

const sessionTheft = (stage: Stage): void => {
  const { dice, pen } = stage
  const person = stage.victim('session theft')
  const [machine] = person.machines
  const ms = begin(dice)
  const session = logInAtOnce(dice, pen, person, ms, { address: person.home, agent: person.agents.get(machine ?? 'windows') ?? '' })
  const seat = { address: somewhere(dice), agent: agentOf(dice, dice.pick(['windows', 'mac', 'script'])) }
  for (let left = dice.pick([2, 4, 8]); left > 0; left -= 1) pen.write(ms + dice.between(8, 300) * MINUTE, 'use', person, seat, session)
  if (dice.chance(0.6)) pen.write(ms + 100 * MINUTE, dice.pick(['mail', 'factor'] as const), person, seat, session)
}

const promptFatigue = (stage: Stage): void => {
  const { dice, pen, volume } = stage
  const person = stage.victim('MFA fatigue', 2)
  const seat = { address: somewhere(dice), agent: agentOf(dice, 'windows') }
  const ms = begin(dice)
  const prompts = volume === 1 ? dice.pick([6, 12, 20]) : dice.pick([3, 4, 5])
  for (let prompt = 0; prompt < prompts; prompt += 1) {
    pen.write(ms + prompt * 50 * SECOND, 'prompt', person, seat)
    pen.write(ms + prompt * 50 * SECOND + 25 * SECOND, 'refusal', person, seat)
  }
  const inMs = ms + prompts * 50 * SECOND
  pen.write(inMs + 9 * SECOND, 'second-factor', person, seat)
  takeOver(stage, person, inMs, seat, dice.pick([undefined, 'factor']))
}

const resetAbuse = (stage: Stage): void => {
  const { dice, pen } = stage
  const person = stage.victim('reset abuse', 2)
  const address = dice.pick([hosted(dice), homeLine(dice, 'BR'), homeLine(dice, 'JP')])
  const seat = { address, agent: agentOf(dice, ownedMachine(dice)) }
  const ms = begin(dice)
  pen.write(ms, 'reset-request', person, seat)
  pen.write(ms + 3 * MINUTE, 'reset', person, seat)
  takeOver(stage, person, ms + 4 * MINUTE, seat, dice.pick([undefined, 'mail']))
}

const changeAfterLogin = (stage: Stage): void => {
  const { dice } = stage
  const person = stage.victim('change after a strange login')
  const seat = { address: somewhere(dice), agent: agentOf(dice, dice.pick(['windows', 'mac', 'firefox'])) }
  takeOver(stage, person, begin(dice, 14, 27), seat, dice.pick(['mail', 'factor', 'password']))
}

const ATTACKS: readonly (readonly [times: number, attack: (stage: Stage) => void])[] = [
  [1, stuffing(1)],
  [1, stuffing(50)],
  [1, stuffing(2000)],
  [1, spray(1)],
  [1, spray(20)],
  [5, guessing],
  [5, distributedGuessing],
  [8, sessionTheft],
  [6, promptFatigue],
  [8, resetAbuse],
  [8, changeAfterLogin],
]

/** Plays every attack; returns whom they got. */
export const attackAll = (dice: Dice, pen: Pen, crowd: Crowd, volume: number): readonly Victim[] => {
  const victims = new Map<number, Victim>()
  const victim = (attack: string, leastLogins = 3): Person => {
    while (true) {
      const person = dice.pick(crowd.people)
      if (victims.has(person.number) || person.logins < leastLogins) continue
      victims.set(person.number, { person: person.number, attack })
      return person
    }
  }
  for (const [times, attack] of ATTACKS) for (let turn = 0; turn < times; turn += 1) attack({ dice, pen, crowd, volume, victim })
  return [...victims.values()]
}
