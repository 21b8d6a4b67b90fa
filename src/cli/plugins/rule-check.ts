import { ACTIONS, OUTCOMES, REASONS, SEVERITIES } from '../../model/vocabulary.ts'
import { NEEDED_FIELDS, PARAMETER_TYPES, PARTITION_FIELDS } from '../../rules/define-rule.ts'
import { anything, bilingual, callable, either, listOf, mapOf, mapWith, number, oneOf, text, texts } from './check.ts'

const parameter = mapWith({ default: anything, type: oneOf(PARAMETER_TYPES), en: text }, { ja: text })
const state = either('map', mapWith({ kind: oneOf(['number']), initial: number }), mapWith({ kind: oneOf(['window']), cap: number }))
const partition = listOf(oneOf(PARTITION_FIELDS))
const actions = listOf(oneOf(ACTIONS))
const outcomes = listOf(oneOf(OUTCOMES))

/** What a rule of a user's own has to hold (docs/PLUGINS.md). TypeScript asks for the same; in JavaScript only this does. */
export const checkRule = mapWith(
  {
    id: text,
    title: bilingual,
    severity: oneOf(SEVERITIES),
    attack: listOf(text),
    tags: listOf(text),
    partition: (value, at) => (value === 'global' ? undefined : partition(value, at)),
    stage: either('number', (value, at) => (value === 1 || value === 2 ? undefined : { at, value, wants: 'number' })),
    when: mapWith({}, { action: actions, outcome: outcomes, reason: listOf(oneOf(REASONS)), protocol: listOf(text), opens: outcomes }),
    needs: listOf(oneOf(NEEDED_FIELDS)),
    parameters: mapOf(parameter),
    episode: text,
    question: bilingual,
    howItDecides: bilingual,
    falsePositives: listOf(texts),
    blindSpots: listOf(texts),
    messages: mapOf(bilingual),
    state: mapOf(state),
    create: callable,
  },
  {
    after: listOf(text),
    least: mapWith(
      { events: callable },
      { action: actions, outcome: outcomes, any: listOf(text), orThreat: anything, km: callable, rare: callable },
    ),
    list: oneOf(['intel', 'roster']),
    among: text,
  },
)
