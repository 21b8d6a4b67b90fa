import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyze, type Analysis } from '../../src/pipeline/analyze.ts'
import type { EventTable } from '../../src/order/event-table.ts'
import { corpusNote, corpusPath, hasCorpus } from '../support/corpus.ts'
import { invariantPart } from '../support/invariant.ts'
import { runOptions } from '../support/run-options.ts'

const NDJSON = corpusPath('m365-ual/invictus-o365_dataset/aad_auditdata.ndjson')
const CSV = corpusPath('m365-ual/invictus-o365_dataset/search-unifiedauditlog_aad.csv')

interface AuditRecord {
  readonly Id: string
  readonly Operation: string
}

/** Read without any code of ours but JSON.parse. */
const recordsByHand = (): readonly AuditRecord[] =>
  readFileSync(NDJSON, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AuditRecord)

const repeatsOf = (records: readonly AuditRecord[]): number => records.length - new Set(records.map(({ Id }) => Id)).size

/** Codes are `Operation` or `Operation/error`. */
const outcomesOf = (table: EventTable, operation: string): readonly string[] =>
  Array.from(table.cls, (cls) => table.classes[cls]).flatMap((cls) => (cls?.code?.split('/')[0] === operation ? [cls.outcome] : []))

describe.skipIf(!hasCorpus)(`corpus: the unified audit log of a real tenant, in two shapes${corpusNote}`, () => {
  let ndjson: Analysis
  let csv: Analysis
  beforeAll(async () => {
    ndjson = await analyze(runOptions([NDJSON]))
    csv = await analyze(runOptions([CSV]))
  }, 60_000)

  test('both shapes have the same numbers and the same case, verdicts and reasons included', () => {
    const [one] = ndjson.document.run.inputs
    const [other] = csv.document.run.inputs
    const numbers = { format: 'm365', records: 1621, used: 1621, ignored: 0, rejected: 0, duplicates: 635, events: 1621 }
    expect(one).toMatchObject(numbers)
    expect(other).toMatchObject(numbers)
    expect(invariantPart(csv.document)).toBe(invariantPart(ndjson.document))
    expect(ndjson.document.accounts.length).toBeGreaterThan(0)
  })

  test('the 635 records that repeat an id are the duplicates', () => {
    const records = recordsByHand()
    expect(repeatsOf(records)).toBe(635)
    const [input] = ndjson.document.run.inputs
    expect(input?.duplicates).toBe((input?.used ?? 0) - ndjson.table.size)
    expect(input?.duplicates).toBe(635)
  })

  test('every UserLoginFailed is a failure, although all of them say ResultStatus: Success', () => {
    const failed = recordsByHand().filter(({ Operation }) => Operation === 'UserLoginFailed')
    expect(failed.length).toBe(368)
    const distinct = new Set(failed.map(({ Id }) => Id)).size
    for (const { table } of [ndjson, csv]) {
      const outcomes = outcomesOf(table, 'UserLoginFailed')
      expect(outcomes.length).toBe(distinct)
      expect(outcomes.filter((outcome) => outcome === 'success')).toEqual([])
    }
  })

  test('every UserLoggedIn is a success', () => {
    const distinct = new Set(recordsByHand().flatMap(({ Id, Operation }) => (Operation === 'UserLoggedIn' ? [Id] : []))).size
    const outcomes = outcomesOf(ndjson.table, 'UserLoggedIn')
    expect([outcomes.length, new Set(outcomes)]).toEqual([distinct, new Set(['success'])])
  })
})
