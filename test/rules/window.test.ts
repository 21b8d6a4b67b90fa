import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTally } from '../../src/kernel/tally.ts'
import { createStateRecord } from '../../src/rules/engine/state-record.ts'
import { createWindowArena } from '../../src/rules/engine/window-arena.ts'
import { recent } from '../../src/rules/define-rule.ts'
import type { Window } from '../../src/rules/define-rule.ts'

const CAP = 20
const HORIZON = 50

const operations = fc.array(fc.record({ slot: fc.nat(4), step: fc.nat(9), a: fc.integer({ min: -1, max: 6 }), back: fc.nat(HORIZON) }), {
  maxLength: 300,
})

it('behaves like a plain list of the newest entries, whatever slots share its storage', () => {
  fc.assert(
    fc.property(operations, (steps) => {
      const record = createStateRecord({ log: recent(CAP) }, { arena: createWindowArena(), tally: createTally(), horizonMs: HORIZON })
      const window = record.state['log'] as unknown as Window
      const lists = Array.from({ length: 5 }, (): { time: number; a: number; row: number }[] => [])
      let time = 0
      steps.forEach(({ slot, step, a, back }, row) => {
        time += step
        record.reserve(slot)
        record.point(slot)
        const list = lists[slot] ?? []
        window.push(time, a, -1 - a, row)
        list.push({ time, a, row })
        if (list.length > CAP) list.shift()
        const newer = list.filter((entry) => entry.time > time - back)
        expect(window.countSince(time - back)).toBe(newer.length)
        expect(window.rowsSince(time - back)).toEqual(newer.map((entry) => entry.row))
        expect(window.rowsSince(time - back, row - 1)).toEqual(newer.filter((entry) => entry.row > row - 1).map((entry) => entry.row))
        expect(window.distinctSince(time - back, 'a')).toBe(new Set(newer.map((entry) => entry.a)).size)
        const visited: number[] = []
        window.each(time - back, (at, first, second) => visited.push(at, first, second))
        expect(visited).toEqual(newer.flatMap((entry) => [entry.time, entry.a, -1 - entry.a]))
        const older: number[] = []
        window.each(time - back, (at) => older.push(at), time - step)
        expect(older).toEqual(newer.flatMap((entry) => (entry.time <= time - step ? [entry.time] : [])))
        if (step === 9) {
          window.clear()
          list.length = 0
        }
      })
    }),
  )
})
