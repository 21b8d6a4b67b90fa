import { isMap, mapWith, listOf, number, oneOf, type Check, anything } from './check.ts'
import { CONFIDENCES, SEVERITIES } from '../../model/vocabulary.ts'
import type { Rule, RuleReport } from '../../rules/define-rule.ts'
import { resolveParameters } from '../../rules/engine/parameters.ts'
import { calling, complainOf, type Named } from './blame.ts'

const checkReport = ({ messages }: Rule): Check =>
  mapWith(
    { messageId: oneOf(Object.keys(messages)), data: anything, evidence: listOf(number) },
    { severity: oneOf(SEVERITIES), confidence: oneOf(CONFIDENCES), accountKey: number, sourceKey: number },
  )

/** Its parameters can be read, and an episode's gap is one of them. */
const checkDefaults = (named: Named, rule: Rule): void => {
  calling(named, () => resolveParameters(rule, {}))
  const durations = Object.keys(rule.parameters).filter((name) => rule.parameters[name]?.type === 'duration')
  const flaw = oneOf(durations)(rule.episode, 'episode')
  if (flaw !== undefined) throw complainOf(named, flaw)
}

/** A rule of a user's own, which answers for what it throws and reports. */
export const guardedRule = (named: Named, rule: Rule): Rule => {
  checkDefaults(named, rule)
  const check = checkReport(rule)
  const create: Rule['create'] = ({ parameters, report }) => {
    const checked = (event: Parameters<typeof report>[0], finding: RuleReport): void => {
      const flaw = check(finding, 'report')
      if (flaw !== undefined) throw complainOf(named, flaw)
      report(event, finding)
    }
    const instance = calling(named, () => rule.create({ parameters, report: checked }))
    if (!isMap(instance)) throw complainOf(named, { at: 'create', value: instance ?? null, wants: 'map' })
    const { event, end } = instance
    return {
      event: (seen, state) => calling(named, () => event(seen, state)),
      ...(end === undefined ? {} : { end: (state) => calling(named, () => end(state)) }),
    }
  }
  return { ...rule, create }
}
