import { DAY_MS } from '../../kernel/time-units.ts'
import { chance, hexText, weighted } from '../chance.ts'
import { markOf, type Stage } from '../define-scenario.ts'
import type { Mark, Scene } from '../event.ts'
import { drawAgent, PROGRAMS } from '../world/agents.ts'
import { type Line, lineOf, randomLine } from '../world/lines.ts'
import type { LineKind } from '../world/networks.ts'
import { type Person, userAgentOf } from '../world/people.ts'
import { homeLine } from '../world/people.ts'

/** How an attacker looks from outside. */
export interface Attacker {
  readonly lines: readonly Line[]
  readonly line: () => Line
  /** The agent that is sent from that line. */
  readonly agentAt: (line: Line, timeMs: number) => string
  readonly scene: (person: Person | undefined, name: string, timeMs: number, role: Mark['role']) => Scene
}

interface NetworkStyle {
  readonly weight: number
  readonly kind: LineKind
  /** Undefined: anywhere. */
  readonly where: 'here' | 'abroad' | 'anywhere'
}

/** Where attack traffic comes from: residential proxies at home first, since they pass country blocks; then abroad, data centres, VPN. */
const NETWORK_STYLES: readonly NetworkStyle[] = [
  { weight: 46, kind: 'home', where: 'here' },
  { weight: 14, kind: 'mobile', where: 'here' },
  { weight: 18, kind: 'home', where: 'abroad' },
  { weight: 11, kind: 'hosting', where: 'anywhere' },
  { weight: 11, kind: 'vpn', where: 'anywhere' },
]

type AgentStyle = 'one' | 'rotating' | 'by-source' | 'program'
/** Stuffing kits send one copied browser line, or draw from a list; bare programs have become rare. */
const AGENT_STYLES: readonly { readonly weight: number; readonly style: AgentStyle }[] = [
  { weight: 51, style: 'one' },
  { weight: 29, style: 'rotating' },
  { weight: 16, style: 'by-source' },
  { weight: 4, style: 'program' },
]

const someone = ({ world, random }: Stage): Person => world.person(random.int(world.accounts))

const drawLine = (stage: Stage, style: NetworkStyle): Line => {
  const { random, world } = stage
  if (stage.shuffled.has('network')) {
    const other = someone(stage)
    return chance(random, 0.3) ? world.mobileLine(other, random) : randomLine(other.home, random)
  }
  const here = world.profile.countries[0]?.country ?? 'JP'
  return lineOf(random, style.kind, { here, abroad: `!${here}`, anywhere: undefined }[style.where])
}

/** A customer's browser line: current mostly, old as often as customers' are. */
export const borrowedAgent = (stage: Stage, timeMs: number): string => {
  const person = someone(stage)
  return userAgentOf(person.desktop !== undefined && !chance(stage.random, person.byPhone) ? person.desktop : person.phone, timeMs)
}

const agentPolicy = (stage: Stage): Attacker['agentAt'] => {
  const { random, shuffled } = stage
  const { style } = shuffled.has('agent') ? ({ style: 'by-source' } as const) : weighted(random, AGENT_STYLES)
  const program = random.pick(Object.values(PROGRAMS))
  const bySource = new Map<string, string>()
  const kind = drawAgent(random)
  const lagMs = random.int(30 * DAY_MS)
  if (style === 'program') return () => program
  if (style === 'one') return (_, timeMs) => kind.line(timeMs - lagMs)
  if (style === 'rotating') return (_, timeMs) => borrowedAgent(stage, timeMs)
  return ({ ip }, timeMs) => {
    const known = bySource.get(ip) ?? borrowedAgent(stage, timeMs)
    bySource.set(ip, known)
    return known
  }
}

const programs: ReadonlySet<string> = new Set(Object.values(PROGRAMS))
/** Browsers get a cookie, programs keep none: as it is with customers' programs. */
const isProgram = (userAgent: string): boolean => programs.has(userAgent)

/** An attacker with that many addresses (at most as many as there are attempts). */
export const hireAttacker = (stage: Stage, addresses: number): Attacker => {
  const { random } = stage
  const style = weighted(random, NETWORK_STYLES)
  const lines = Array.from({ length: Math.max(1, addresses) }, () =>
    drawLine(stage, chance(random, 0.85) ? style : weighted(random, NETWORK_STYLES)),
  )
  const agentAt = agentPolicy(stage)
  const line = (): Line => random.pick(lines)
  const scene: Attacker['scene'] = (person, name, timeMs, role) => {
    const from = line()
    const userAgent = agentAt(from, timeMs)
    return {
      person: person?.index ?? -1,
      name,
      line: from,
      userAgent,
      device: isProgram(userAgent) ? undefined : hexText(random, 16),
      session: hexText(random, 24),
      client: 'web',
      mark: markOf(stage, role),
    }
  }
  return { lines, line, agentAt, scene }
}

/** A line at home of somebody in the victim's country: the buyer of a login, who sits next door. */
export const lineNextDoor = (stage: Stage, { country }: Person): Line =>
  stage.shuffled.has('network') ? homeLine(someone(stage), stage.world.startMs) : lineOf(stage.random, 'home', country)
