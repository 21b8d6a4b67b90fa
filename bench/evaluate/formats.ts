import { carrierOf } from './carried.ts'
import { isFound } from './figures.ts'
import type { VictimOutcome } from './outcome.ts'
import { attackWishes } from './plan.ts'
import { run, type Run } from './runs.ts'

/** How the same truth is judged when another vendor wrote it down. */
export interface FormatResult {
  readonly format: string
  readonly records: number
  readonly victims: readonly VictimOutcome[]
  readonly falseAlarms: number
  /** Against the fullest log (NDJSON). */
  readonly full: Agreement
  /** Against an NDJSON log that tells no more than this format can. */
  readonly carried: Agreement
}

/** Accounts that two logs judge alike; of those that either reports. */
interface Agreement {
  readonly same: number
  readonly either: number
}

type Verdicts = ReadonlyMap<number, string>

const isAlarm = (verdict: string | undefined): boolean => verdict === 'compromised' || verdict === 'suspected'

const verdictsOf = ({ document, log }: Run): Verdicts => {
  const personOf = new Map(Array.from({ length: log.world.accounts }, (_, person) => [log.accountOf(person), person] as const))
  return new Map(
    document.accounts.flatMap(({ account, verdict }) => {
      const person = personOf.get(account)
      return person === undefined ? [] : [[person, verdict] as const]
    }),
  )
}

/** To the word of the verdict, for everybody whom either log reports. */
const agreementOf = (one: Verdicts, other: Verdicts): Agreement => {
  const either = new Set([...one, ...other].filter(([, verdict]) => isAlarm(verdict)).map(([person]) => person))
  return { same: [...either].filter((person) => one.get(person) === other.get(person)).length, either: either.size }
}

const ORDER = ['ndjson', 'csv', 'auth0', 'okta', 'entra', 'keycloak', 'cognito', 'sshd'] as const

/** Every format with the attacks of one seed, beside what the fullest and an equally poor log come to. */
export const acrossFormats = async (seed: number, accounts: number): Promise<readonly FormatResult[]> => {
  const settings = { seed, wishes: attackWishes(seed), accounts }
  const measure = verdictsOf(await run(settings))
  const results: FormatResult[] = []
  for (const format of ORDER) {
    const written = await run({ ...settings, format })
    const here = verdictsOf(written)
    const { document, outcome } = written
    results.push({
      format,
      records: document.run.inputs.reduce((sum, { records }) => sum + records, 0),
      victims: outcome.victims,
      falseAlarms: outcome.falseAlarms.length,
      full: agreementOf(measure, here),
      carried: agreementOf(verdictsOf(await run({ ...settings, tell: carrierOf(format) })), here),
    })
  }
  return results
}

export const foundOf = (results: readonly FormatResult[], scenario: string): string => {
  const asked = results.flatMap(({ victims }) => victims).filter(({ attack }) => attack.scenario === scenario)
  return `${asked.filter(isFound).length}/${asked.length}`
}
