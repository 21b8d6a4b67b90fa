import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { propertyOrder } from '../../src/formats/windows/property-order.ts'
import { corpusNote, corpusPath, hasCorpus } from '../support/corpus.ts'

interface EvtxEvent {
  readonly Event: { readonly System: { readonly EventID: number }; readonly EventData?: Readonly<Record<string, unknown>> }
}

describe.skipIf(!hasCorpus)(`the order of the values in real events${corpusNote}`, () => {
  test('is the one by which values without names are read', () => {
    const events = readFileSync(corpusPath('windows-security/ocsf-examples-evtx-derived/security.evtx_dump.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as EvtxEvent).Event)
    const seen = new Set<string>()
    for (const { System, EventData } of events) {
      const id = String(System.EventID)
      const order = propertyOrder[id]
      if (order === undefined || EventData === undefined) continue
      seen.add(id)
      const names = Object.keys(EventData)
      expect(names.slice(0, order.length), id).toEqual(order.slice(0, names.length))
    }
    expect([...seen].toSorted()).toEqual([
      '4624',
      '4634',
      '4647',
      '4648',
      '4720',
      '4722',
      '4723',
      '4724',
      '4728',
      '4732',
      '4733',
      '4738',
      '4781',
    ])
  })
})
