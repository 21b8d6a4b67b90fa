import { say } from '../../i18n/translate.ts'
import type { RenderOptions } from '../../model/case.ts'
import { SEVERITIES, VERDICTS } from '../../model/vocabulary.ts'

export const DECISIONS = ['pending', 'confirmed', 'cleared'] as const

const wordsOf = <Value extends string>(values: readonly Value[], say1: (value: Value) => string): Record<string, string> =>
  Object.fromEntries(values.map((value) => [value, say1(value)]))

/** What the page's script says; counts are filled in as `{from}`, `{to}`, `{count}`, `{done}`. */
export const clientWords = (options: RenderOptions): Readonly<Record<string, string | Record<string, string>>> => {
  // The script puts the numbers in: the placeholders are handed to the sentence as its data.
  const open = { from: '{from}', to: '{to}', count: '{count}', done: '{done}' }
  return {
    verdict: wordsOf(VERDICTS, (value) => say(`verdict-short.${value}`, {}, options)),
    severity: wordsOf(SEVERITIES, (value) => say(`severity.${value}`, {}, options)),
    decision: wordsOf(DECISIONS, (value) => say(`decision.${value}`, {}, options)),
    shown: say('html.shown', open, options),
    none: say('html.shown-none', {}, options),
    ticked: say('html.ticked', open, options),
    kept: say('html.kept', {}, options),
    notKept: say('html.not-kept', {}, options),
    why: say('html.why', {}, options),
    others: say('report.others', {}, options),
    grounds: say('html.grounds', {}, options),
    usual: say('report.usual', {}, options),
    sessions: say('html.sessions-of', {}, options),
    steps: say('report.checklists', {}, options),
    decisionLabel: say('column.decision', {}, options),
    record: say('html.record', {}, options),
  }
}
