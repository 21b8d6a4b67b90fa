import { describe, expect, it } from 'vitest'
import { announceLines } from '../../src/input/line-plan.ts'
import { segmentAt } from '../../src/input/scan-memory.ts'
import type { ScanModule } from '../../src/input/scan-module.ts'
import type { LinePlan } from '../../src/model/line-plan.ts'

/** The scanner's room: where each template begins and its steps, four words each, and texts behind them. */
const STEPS_BYTES = 48 << 10
const MOST_TEXT = 16 << 10
/** Three words say where it is and what follows it. One step more says where it ends: a head of two parts has three, a body has one for the end of the line as well. */
const templateBytes = (steps: number): number => 12 + 16 * (steps + 1)

const planOf = (bodies: LinePlan['bodies']): LinePlan => ({ signs: [], heads: ['{time:iso} '], bodies, modes: new Map() })

/** Announces to a scanner that only notes whether it was told of templates. */
const announced = (bodies: LinePlan['bodies']): { readonly slots: number | undefined; readonly told: boolean } => {
  let told = false
  const exports = {
    setMode: () => undefined,
    setTemplates: () => {
      told = true
    },
  }
  const module = { exports, bytes: Buffer.alloc(segmentAt(0) + (64 << 10)) } as unknown as ScanModule
  return { slots: announceLines(module, planOf(bodies)), told }
}

const body = (line: string): LinePlan['bodies'][number] => ({ line, values: {} })

describe('lines that the scanner is told to cut', () => {
  it('are all told where there is room', () => {
    expect(announced([body('login {name:word}'), body('failure {name:word}')])).toEqual({ slots: 3, told: true })
  })

  it('are none where their steps are too many: half of the templates would cut lines by the wrong one', () => {
    const bodies = (count: number): LinePlan['bodies'] => Array.from({ length: count }, () => body('login {name:word}'))
    const most = Math.floor((STEPS_BYTES - templateBytes(2)) / templateBytes(3))
    expect(announced(bodies(most)).told).toBe(true)
    expect(announced(bodies(most + 1))).toEqual({ slots: undefined, told: false })
  })

  it('are none where their texts are too long', () => {
    expect(announced([body('x'.repeat(MOST_TEXT - 64))]).told).toBe(true)
    expect(announced([body('x'.repeat(MOST_TEXT))])).toEqual({ slots: undefined, told: false })
  })
})
