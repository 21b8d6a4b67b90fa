import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyAgent } from '../../src/enrich/agent/classify.ts'
import { DEVICE_CLASSES } from '../../src/model/vocabulary.ts'
import { AGENT_CASES } from './support/agent-cases.ts'
import { cpuMs } from '../support/cpu-ms.ts'

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) '

describe('classifyAgent', () => {
  it.each(AGENT_CASES)('%s', (text, family, os, deviceClass, scripted) => {
    expect(classifyAgent(text)).toEqual({ family, os, deviceClass, scripted })
  })

  it('covers at least sixty agents, each once', () => {
    expect(new Set(AGENT_CASES.map(([text]) => text)).size).toBe(AGENT_CASES.length)
    expect(AGENT_CASES.length).toBeGreaterThanOrEqual(60)
  })

  it('keeps one browser one family over its versions', () => {
    const versions = [80, 96, 120, 147].map((version) => classifyAgent(`${WINDOWS}Chrome/${version}.0.0.0 Safari/537.36`))
    expect(new Set(versions.map((agent) => JSON.stringify(agent))).size).toBe(1)
  })

  it('never takes an escape sequence, markup or an over-long name as a family', () => {
    for (const hostile of [
      '\u001b[31mred/1.0',
      '<script>alert(1)</script>/1',
      '=cmd|calc/1',
      `${'A'.repeat(500)}/1`,
      '__proto__/1',
      '\u202eevil/1',
    ]) {
      expect(classifyAgent(hostile).family, hostile).toMatch(/^(?:unknown|[A-Za-z][A-Za-z0-9 ._-]{1,38})$/)
    }
    expect(classifyAgent('constructor/1.0').family).toBe('constructor')
  })

  it('answers any text with the same well-formed value twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const agent = classifyAgent(text)
        expect(DEVICE_CLASSES).toContain(agent.deviceClass)
        expect(agent.family).not.toBe('')
        expect(classifyAgent(text)).toEqual(agent)
      }),
    )
  })

  it('takes linear time on hostile text', () => {
    const shapes = ['(', ' / ', 'a ', '1.', 'Mozilla/5.0 ', 'bot', '; ', 'A1 ']
    const hostile = (): void => {
      for (const shape of shapes)
        for (let round = 0; round < 100; round++) classifyAgent(shape.repeat(Math.ceil(10_240 / shape.length)) + round)
    }
    expect(cpuMs(hostile)).toBeLessThan(800)
  })
})
