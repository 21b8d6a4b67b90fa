import { describe, expect, it } from 'vitest'
import { mainMethod, type MethodShare } from '../../src/kernel/main-method.ts'

const share = (method: MethodShare['method'], attempts: number, entered = 0): MethodShare => ({ method, attempts, entered })

describe('how an attack is called', () => {
  it('by all campaigns of a method together, not by the largest one', () => {
    expect(mainMethod([share('enumeration', 500, 1), share('low-and-slow', 300, 2), share('low-and-slow', 300, 1)])).toBe('low-and-slow')
  })
  it('by those of its campaigns as well that got in nowhere', () => {
    const slow = [share('low-and-slow', 200, 1), share('low-and-slow', 200), share('low-and-slow', 200)]
    expect(mainMethod([share('enumeration', 500, 1), ...slow])).toBe('low-and-slow')
  })
  it('by what got in, however much was only asked for', () => {
    expect(mainMethod([share('enumeration', 900_000), share('stuffing', 2000, 12)])).toBe('stuffing')
  })
  it('by the attempts alone where nothing got in, and always the same of equals', () => {
    expect(mainMethod([share('guessing', 40), share('enumeration', 900)])).toBe('enumeration')
    const equal = [share('spray', 40), share('guessing', 40)]
    expect([mainMethod(equal), mainMethod(equal.toReversed())]).toEqual(['guessing', 'guessing'])
    expect(mainMethod([])).toBeUndefined()
  })
})
