import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import type { JsonShape } from '../../src/formats/define-format.ts'
import { neededKeys } from '../../src/formats/needs.ts'
import { formats } from '../../src/formats/registry.ts'
import { createRouter } from '../../src/formats/router.ts'
import { slotModes } from '../../src/formats/slot-modes.ts'
import { planProjection } from '../../src/input/projection.ts'
import type { EventDraft } from '../../src/model/event.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { frame } from '../support/frame.ts'
import { createScanLine } from '../support/scan-line.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'formats')
const inputs = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) => /input\.(?:json|ndjson)$/.test(name))
const recordsOf = (input: string): readonly Record<string, unknown>[] =>
  frame(input, readFileSync(join(FIXTURES, input), 'utf8')).records.flatMap(({ value }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? [value as Record<string, unknown>] : [],
  )

const context = { time: { zone: 'UTC', year: () => 2026 } }
const compiled = formats.map((format) => compileFormat(format, context))
const wanted = neededKeys(formats)

const decode = (value: unknown): unknown => {
  const record: RawRecord = { shape: 'json', value, header: undefined, line: 1, offset: 0, length: 1 }
  const shape = createRouter(compiled)(record)
  const drafts: EventDraft[] = []
  const fate = shape?.decode(record, (draft) => drafts.push({ ...draft }))
  return { format: shape?.format.id, shape: shape?.shape.name, fate, drafts }
}

describe('reading only what formats look at', () => {
  it('is possible: no built-in format looks at whole records', () => {
    expect(wanted).toBeDefined()
  })

  it('gives the same events as reading everything, for every JSON record of every fixture', () => {
    const projection = planProjection(wanted ?? { whole: [], values: [], lists: [], presence: [] })
    const scanLine = createScanLine(projection, slotModes(formats, projection))
    let [read, left] = [0, 0]
    for (const value of inputs.flatMap(recordsOf)) {
      const record = scanLine(JSON.stringify(value))
      if (record === undefined) left += 1
      else {
        read += 1
        expect(decode(record)).toEqual(decode(value))
      }
    }
    expect(read).toBeGreaterThan(500)
    expect(read).toBeGreaterThan(left)
  })

  it('rests on `reads` that name every key that `test` touches', () => {
    let tested = 0
    const records = inputs.flatMap(recordsOf)
    for (const { signature, name } of formats.flatMap(({ shapes }) =>
      shapes.filter((shape): shape is JsonShape => shape.kind === 'json'),
    )) {
      const { test, reads } = signature
      if (test === undefined || reads === undefined) continue
      const allowed = reads.map((path) => path.split('.')[0] ?? '')
      for (const record of records) {
        const touched = new Set<string>()
        test(
          new Proxy(record, {
            get: (target, key) => {
              touched.add(String(key))
              return target[String(key)]
            },
            has: (target, key) => {
              touched.add(String(key))
              return key in target
            },
            ownKeys: () => expect.fail(`${name}: test lists the keys of the record`),
          }),
        )
        expect([name, [...touched].filter((key) => !allowed.includes(key))]).toEqual([name, []])
        tested += 1
      }
    }
    expect(tested).toBeGreaterThan(1000)
  })
})
