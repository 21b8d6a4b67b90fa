import { beforeAll, describe, expect, test } from 'vitest'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { compareWithOracles, type Comparison } from '../support/oracles/agreement.ts'
import { differenceName, listedDifferences } from '../support/oracles/differences.ts'
import { FIELDS } from '../support/oracles/told.ts'

describe.skipIf(!hasCorpus)(`what other tools read out of the same logs${corpusNote}`, () => {
  let comparisons: readonly Comparison[]
  beforeAll(async () => {
    comparisons = await compareWithOracles()
  }, 600_000)

  test('every field is compared, in many formats', () => {
    for (const field of FIELDS) expect(comparisons.filter((one) => one.field === field).length, field).toBeGreaterThan(50)
    expect(new Set(comparisons.map(({ format }) => format)).size).toBeGreaterThan(12)
  })

  test('each difference is listed with its reason, and each reason is of a difference', () => {
    const differences = comparisons.filter(({ agrees }) => !agrees).map(differenceName)
    const listed = listedDifferences()
    expect([...listed].filter(([, reason]) => reason === '')).toEqual([])
    expect([...new Set(differences)].toSorted()).toEqual([...listed.keys()].toSorted())
  })
})
