import { describe, expect, it } from 'vitest'
import { againstCrowdsec, type Expected } from '../../bench/evaluate/crowdsec.ts'
import { LEFT_OUT } from '../../bench/evaluate/crowdsec-left-out.ts'
import { corpusNote, corpusPath, hasCorpus } from '../support/corpus.ts'

const WANTED = 0.95

const shares = (pairs: readonly Expected[]): string =>
  [...Map.groupBy(pairs, ({ format }) => format)]
    .map(([format, mine]) => `${format} ${mine.filter(({ found }) => found).length}/${mine.length}`)
    .toSorted()
    .join(', ')

describe.skipIf(!hasCorpus)(`CrowdSec's test logs${corpusNote}`, () => {
  it('name the address of 95 % of the alerts whose format and technique exist here', async () => {
    const all = await againstCrowdsec(corpusPath())
    const counted = all.filter(({ leftOut }) => leftOut === undefined)
    process.stdout.write(`CrowdSec's alerts by format: ${shares(counted)}\n`)
    expect(counted.length).toBeGreaterThan(60)
    expect(
      counted.filter(({ found }) => found).length / counted.length,
      JSON.stringify(counted.filter(({ found }) => !found)),
    ).toBeGreaterThanOrEqual(WANTED)
    // What is left out is there, and is not found: a reason that no longer holds is taken away.
    expect(new Set(all.filter(({ leftOut }) => leftOut !== undefined).map(({ test, scenario }) => `${test} ${scenario}`))).toEqual(
      new Set(Object.keys(LEFT_OUT)),
    )
    expect(all.filter(({ leftOut, found }) => leftOut !== undefined && found)).toEqual([])
  }, 300_000)
})
