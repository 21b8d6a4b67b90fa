import { defineRule, number, recent } from '../../../src/rules/define-rule.ts'
import type { PartitionField, Rule, RuleEvent } from '../../../src/rules/define-rule.ts'

interface ProbeOptions {
  readonly id?: string
  readonly partition?: readonly PartitionField[]
  readonly after?: readonly string[]
  readonly severity?: Rule['severity']
  /** Reports where this says so. */
  readonly reports?: (event: RuleEvent) => boolean
  readonly sees?: (event: RuleEvent) => void
}

/** A rule that shows its events to the test, and reports those it is told to. */
export const probe = ({
  id = 'probe',
  partition = ['account'],
  after,
  severity = 'medium',
  reports = () => false,
  sees = () => {},
}: ProbeOptions): Rule =>
  defineRule({
    id,
    title: { en: id, ja: id },
    severity,
    attack: [],
    tags: ['probing'],
    partition,
    stage: partition.some((field) => field === 'account' || field === 'session') ? 2 : 1,
    ...(after === undefined ? {} : { after }),
    when: {},
    needs: [],
    episode: 'gap',
    parameters: { gap: { default: '10m', type: 'duration', en: 'Gap.' }, most: { default: 3, type: 'count', en: 'Most.' } },
    question: { en: '', ja: '' },
    howItDecides: { en: '', ja: '' },
    falsePositives: [],
    blindSpots: [],
    messages: { seen: { en: '{count}', ja: '{count}' } },
    state: { events: number(), recent: recent(8) },
    create: ({ report }) => ({
      event: (event, state) => {
        state.events += 1
        state.recent.push(event.timeMs, event.sourceKey, event.agentKey, event.row)
        sees(event)
        if (reports(event)) report(event, { messageId: 'seen', data: { events: state.events }, evidence: [event.row] })
      },
    }),
  })
