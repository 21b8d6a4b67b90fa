import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { toIso } from '../../../src/kernel/time.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { EventTable } from '../../../src/order/event-table.ts'
import type { Rule } from '../../../src/rules/define-rule.ts'
import { measureCoverage } from '../../../src/rules/engine/coverage.ts'
import { runRules } from '../../../src/rules/engine/run-rules.ts'
import type { RuleResults, RuleSettings } from '../../../src/rules/engine/run-rules.ts'
import { parseList } from '../../../src/knowledge/parse-list.ts'
import { resolveLists, type Lists } from '../../../src/knowledge/resolve-lists.ts'
import { rules } from '../../../src/rules/registry.ts'
import type { EventLine } from './draft-table.ts'

export const FIXTURES = new URL('../../../fixtures/rules/', import.meta.url)

export interface RuleCase {
  readonly rule: string
  readonly name: string
  readonly events: readonly EventLine[]
  readonly expected: readonly unknown[]
  /** Lists of the organisation's that lie in the case's folder: `intel.csv`, `roster.yaml` … */
  readonly lists: Lists
}

/** A line that stands for many: the same event again and again, by so many accounts in turn (`m-1`, `m-2` …). */
interface RepeatedLine extends EventLine {
  readonly repeat?: { readonly times: number; readonly seconds: number; readonly accounts: number }
}

const expandLine = ({ repeat, ...line }: RepeatedLine): EventLine[] =>
  repeat === undefined
    ? [line]
    : Array.from({ length: repeat.times }, (_, index) => ({
        ...line,
        time: new Date(Date.parse(line.time) + index * repeat.seconds * 1000).toISOString(),
        account: `m-${(index % repeat.accounts) + 1}`,
      }))

const LISTS = /^(allow|intel|roster)\.(?:csv|ya?ml|txt)$/

const listsOf = (folder: URL): Lists =>
  readdirSync(folder).reduce<Lists>((lists, name) => {
    const [, list] = LISTS.exec(name) ?? []
    return list === undefined
      ? lists
      : { ...lists, ...parseList(list as keyof Lists, readFileSync(new URL(name, folder), 'utf8'), name, 'UTC') }
  }, {})

const read = (path: string): string => readFileSync(new URL(path, FIXTURES), 'utf8')

export const casesOf = (rule: string): RuleCase[] => {
  const folder = new URL(`${rule}/`, FIXTURES)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      rule,
      name,
      events: read(`${rule}/${name}/events.ndjson`)
        .trim()
        .split('\n')
        .flatMap((line) => expandLine(JSON.parse(line) as RepeatedLine)),
      expected: JSON.parse(read(`${rule}/${name}/expected.json`)) as unknown[],
      lists: listsOf(new URL(`${name}/`, folder)),
    }))
}

/** The rule and those whose findings it reads. */
export const withPredecessors = (id: string): Rule[] => {
  const rule = rules.find((candidate) => candidate.id === id)
  return rules.filter((candidate) => candidate === rule || rule?.after?.includes(candidate.id))
}

export const run = (table: EventTable, chosen: readonly Rule[], settings: Partial<RuleSettings> = {}): RuleResults =>
  runRules(table, chosen, { parameters: {}, mode: 'views', formats: measureCoverage(table), ...settings })

/** Rules over a case's events (or the same in another order), with the case's lists. */
export const runCase = (
  { lists }: RuleCase,
  table: EventTable,
  chosen: readonly Rule[],
  settings: Partial<RuleSettings> = {},
): RuleResults => run(table, chosen, { known: resolveLists(lists, table), ...settings })

/** A finding without what depends on the run: what expected.json holds. */
export const describeFinding = (table: EventTable, finding: Finding): unknown => ({
  rule: finding.rule,
  severity: finding.severity,
  account: table.accounts.get(finding.accountKey) ?? null,
  source: finding.source ?? null,
  first: toIso(finding.first),
  last: toIso(finding.last),
  count: finding.count,
  messageId: finding.messageId,
  data: finding.data,
})
