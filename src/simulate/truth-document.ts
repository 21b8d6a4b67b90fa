import type { Encoder } from './define-encoder.ts'
import { isoOf } from './define-encoder.ts'
import type { SimulateOptions } from './simulate.ts'
import type { Truth, Victim } from './truth.ts'

/** `truth.json` beside a simulated log: what really happened, with the accounts as that log writes them. */
export interface TruthDocument {
  readonly schema: 'ashiato.truth/1'
  readonly about: string
  readonly options: Readonly<Record<string, string | number>>
  readonly log: {
    readonly file: string
    readonly format: string
    readonly records: number
    readonly first: string | null
    readonly last: string | null
  }
  readonly attacks: readonly {
    readonly part: string
    readonly scenario: string
    readonly volume: string
    readonly spread: number
    readonly first: string
    readonly last: string
    readonly attempts: number
    readonly triedAccounts: number
    readonly unknownIds: number
    readonly sources: readonly string[]
    readonly victims: readonly { readonly account: string; readonly name: string; readonly firstTry: string; readonly firstIn: string }[]
  }[]
  readonly lookAlikes: readonly {
    readonly part: string
    readonly scenario: string
    readonly accounts: readonly string[]
    readonly sources: readonly string[]
  }[]
}

/** Where the written log begins and ends. */
export interface Written {
  readonly file: string
  readonly records: number
  readonly firstMs: number
  readonly lastMs: number
}

const ABOUT =
  'Simulated. The people, accounts and attacks are invented; addresses are drawn at random from blocks that real operators announce, and say nothing about them.'

export const truthDocument = (
  truth: Truth,
  options: SimulateOptions,
  encoder: Encoder,
  written: Written,
  nameOf: (person: number) => string,
): TruthDocument => {
  const account = (person: number): string => encoder.account(person, nameOf(person))
  const victim = ({ person, name, first, hit }: Victim) => ({
    account: account(person),
    name,
    firstTry: isoOf(first),
    firstIn: isoOf(hit),
  })
  return {
    schema: 'ashiato.truth/1',
    about: ABOUT,
    options: {
      profile: options.profile.id,
      accounts: options.accounts,
      days: options.days,
      start: isoOf(options.startMs),
      seed: options.seed,
    },
    log: {
      file: written.file,
      format: encoder.id,
      records: written.records,
      first: written.records === 0 ? null : isoOf(written.firstMs),
      last: written.records === 0 ? null : isoOf(written.lastMs),
    },
    attacks: truth.attacks
      .filter(({ last }) => last > 0)
      .map(({ part, scenario, volume, spread, first, last, attempts, tried, unknownIds, sources, victims }) => ({
        part,
        scenario,
        volume,
        spread,
        first: isoOf(first),
        last: isoOf(last),
        attempts,
        triedAccounts: tried,
        unknownIds,
        sources,
        victims: victims.map(victim),
      })),
    lookAlikes: truth.lookAlikes.map(({ part, scenario, people, sources }) => ({ part, scenario, accounts: people.map(account), sources })),
  }
}
