import { describe, expect, it } from 'vitest'
import { parseDuration } from '../../src/kernel/duration.ts'
import { checkOverrides, resolveParameters } from '../../src/rules/engine/parameters.ts'
import { probe } from './support/probe-rule.ts'

describe('parameters', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
  ])('reads %s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })
  it.each(['', '10', 'm', '-5m', '10 minutes', '1e9h'])('refuses %j as a duration', (text) => {
    expect(parseDuration(text)).toBeNaN()
  })
  it('names every mistake in what was set, and throws only where nobody asked', () => {
    expect(checkOverrides([probe({})], { probe: { gap: 'soon', most: 2.5, colour: 'red' }, ghost: { a: 1 } })).toEqual([
      'rule probe has no parameter colour',
      'probe.gap: "soon" is no duration',
      'probe.most: 2.5 is no count',
      'no rule ghost',
    ])
    expect(() => resolveParameters(probe({}), { probe: { most: 'many' } })).toThrow(RangeError)
  })
  it('is not confused by names of the object prototype', () => {
    expect(checkOverrides([probe({})], { probe: { constructor: '1' } })).toEqual(['rule probe has no parameter constructor'])
    expect(resolveParameters(probe({}), {}).values).toEqual({ gap: 600_000, most: 3 })
  })
})
