import type { CaseDocument } from '../../src/model/case.ts'
import { encoders } from '../../src/simulate/encoders/registry.ts'
import { isFound } from './figures.ts'
import type { VictimOutcome } from './outcome.ts'
import { attackWishes } from './plan.ts'
import { run } from './runs.ts'

/** How the same truth is judged when another vendor wrote it down. */
export interface FormatResult {
  readonly format: string
  readonly records: number
  readonly victims: readonly VictimOutcome[]
  readonly falseAlarms: number
  /** Accounts that this log and the fullest one (NDJSON) both report, or neither; of those that either does. */
  readonly same: number
  readonly either: number
}

const alarms = ({ accounts }: CaseDocument, personOf: ReadonlyMap<string, number>): ReadonlyMap<number, string> =>
  new Map(
    accounts.flatMap(({ account, verdict }) => {
      const person = personOf.get(account)
      return person !== undefined && (verdict === 'compromised' || verdict === 'suspected') ? [[person, verdict] as const] : []
    }),
  )

const ORDER = ['ndjson', 'csv', 'auth0', 'okta', 'entra', 'keycloak', 'cognito', 'sshd'] as const

/** Every format with the attacks of one seed; the first is the measure for the others. */
export const acrossFormats = async (seed: number, accounts: number): Promise<readonly FormatResult[]> => {
  const results: FormatResult[] = []
  let measure: ReadonlyMap<number, string> = new Map()
  for (const format of ORDER.filter((id) => encoders.some((encoder) => encoder.id === id))) {
    const { document, log, outcome } = await run({ seed, wishes: attackWishes(seed), accounts, format })
    const personOf = new Map(Array.from({ length: accounts }, (_, person) => [log.accountOf(person), person] as const))
    const here = alarms(document, personOf)
    if (format === ORDER[0]) measure = here
    const either = new Set([...measure.keys(), ...here.keys()])
    results.push({
      format,
      records: document.run.inputs.reduce((sum, { records }) => sum + records, 0),
      victims: outcome.victims,
      falseAlarms: outcome.falseAlarms.length,
      same: [...either].filter((person) => measure.has(person) && here.has(person)).length,
      either: either.size,
    })
  }
  return results
}

export const foundOf = ({ victims }: FormatResult, scenario: string): string => {
  const asked = victims.filter(({ attack }) => attack.scenario === scenario)
  return `${asked.filter(isFound).length}/${asked.length}`
}
