import type { Dice } from './happenings.ts'
import { agentOf, gatewaysOf, homeLine, isPhone, ownedMachine, type Country, type Machine } from './lines.ts'

export interface Person {
  readonly number: number
  readonly name: string
  readonly country: Country
  home: string
  readonly machines: Machine[]
  readonly agents: Map<Machine, string>
  readonly hasMobile: boolean
  readonly hasFactor: boolean
  readonly office: string | undefined
  /** Logins in the whole log: two fifths of all people come once (RBA data). */
  readonly logins: number
  /** Hour of the day, local, at which most of them happen. */
  readonly hour: number
}

export interface Crowd {
  readonly people: readonly Person[]
  readonly gateways: ReadonlyMap<Country, readonly string[]>
}

const COUNTRIES: readonly Country[] = [
  'JP',
  'JP',
  'JP',
  'JP',
  'JP',
  'JP',
  'JP',
  'JP',
  'JP',
  'JP',
  'JP',
  'JP',
  'US',
  'US',
  'KR',
  'TW',
  'GB',
  'DE',
]
const GIVEN = ['taro', 'hana', 'ken', 'yuki', 'mei', 'sota', 'john', 'anna', 'li', 'kim']
const MAIL = ['example.com', 'mail.example.jp', 'example.net']
const MOST_LOGINS = 150

const loginsOf = (dice: Dice): number => {
  const share = dice.next()
  if (share < 0.397) return 1
  return share < 0.915 ? 2 + dice.int(8) : Math.min(MOST_LOGINS, 10 + Math.floor(-12 * Math.log(1 - dice.next())))
}

const personOf = (dice: Dice, number: number, offices: readonly string[]): Person => {
  const country = dice.pick(COUNTRIES)
  const machines = Array.from({ length: 1 + dice.int(3) }, () => ownedMachine(dice))
  return {
    number,
    name: `${dice.pick(GIVEN)}${dice.pick(['.', '_', ''])}${number.toString(36)}${10 + dice.int(90)}@${dice.pick(MAIL)}`,
    country,
    home: homeLine(dice, country),
    machines,
    agents: new Map(machines.map((machine) => [machine, agentOf(dice, machine)])),
    hasMobile: machines.some(isPhone) && dice.chance(0.7),
    hasFactor: dice.chance(0.15),
    office: dice.chance(0.06) ? dice.pick(offices) : undefined,
    logins: loginsOf(dice),
    hour: dice.pick([7, 8, 12, 20, 21, 22, 22, 23]),
  }
}

export const crowdOf = (dice: Dice, count: number): Crowd => {
  const offices = Array.from({ length: 6 }, () => homeLine(dice, 'JP'))
  const gateways = new Map<Country, readonly string[]>()
  for (const country of new Set(COUNTRIES)) {
    const found = gatewaysOf(dice, country)
    if (found !== undefined) gateways.set(country, found)
  }
  return { people: Array.from({ length: count }, (_, number) => personOf(dice, number, offices)), gateways }
}
