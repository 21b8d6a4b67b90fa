import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/last/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { decodeCorpusLines, decodeLines } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`last corpus${corpusNote}`, () => {
  test('last -wixF: sessions, and what the system wrote', () => {
    const { fates, events } = decodeCorpusLines(format, 'last/transcribed/jc-centos7-last-wixF.out')
    expect(fates).toEqual({ used: 4, 'ignored: system-event': 3, 'ignored: trailer': 1 })
    expect(events.map(({ username, ip, outcome }) => [username, ip, outcome])).toEqual([
      ['root', '192.168.255.1', 'success'],
      ['mark', '192.168.255.1', 'success'],
      ['mark', '192.168.255.1', 'success'],
      ['mark', undefined, 'success'],
    ])
  })

  // Three rows are of a serial console: nothing in them tells `lastb` from `last`.
  test('lastb: the refused login by ssh; console rows are refused, not guessed', () => {
    const { fates, kinds } = decodeCorpusLines(format, 'last/transcribed/jc-centos7-lastb.out')
    expect(fates).toEqual({ used: 1, 'rejected: ambiguous-value': 3, 'ignored: trailer': 1 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 1 })
  })
})

test('hostile lines cost little', () => {
  const start = performance.now()
  for (const filler of [' pts/0', ' ssh:notty 192.0.2.1', ' Mon', ' (to lvl 3)', ' - crash', '[7] ['])
    decodeLines(format, [`bob${filler.repeat(5_000)}`, `[7] [1] ${filler.repeat(5_000)}`])
  expect(performance.now() - start).toBeLessThan(2_000)
})
