import { attacks } from './attacks/registry.ts'
import type { Scenario } from './define-scenario.ts'
import { lookAlikes } from './look-alikes/registry.ts'

export const scenarios: readonly Scenario[] = [...attacks, ...lookAlikes]

/** Words for several scenarios at once. `calm`: ordinary days and nothing else. */
const GROUPS: Readonly<Record<string, readonly Scenario[]>> = { attacks, 'look-alikes': lookAlikes, calm: [] }

export const scenarioWords: readonly string[] = [...Object.keys(GROUPS), ...scenarios.map(({ id }) => id)]

/** The scenarios that a word means; undefined: none of that name. */
export const chooseScenarios = (word: string): readonly Scenario[] | undefined => {
  if (Object.hasOwn(GROUPS, word)) return GROUPS[word]
  const found = scenarios.find(({ id }) => id === word)
  return found === undefined ? undefined : [found]
}
