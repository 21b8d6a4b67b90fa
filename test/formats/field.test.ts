import { describe, expect, it } from 'vitest'
import { compileField } from '../../src/formats/field.ts'
import type { Path } from '../../src/formats/define-format.ts'

describe('a value that is looked up', () => {
  const asked: Path[] = []
  const compile = (path: Path) => (record: unknown) => {
    asked.push(path)
    return (record as Record<string, unknown>)[path]
  }
  const reader = compileField({ from: ['name', 'message', 'never'], look: (read) => read(0) ?? read(1)?.slice(0, 3) }, compile)

  it('reads the paths that it needs, and those only', () => {
    asked.length = 0
    expect(reader({ name: 'ada', message: 'eve logged on' }, undefined)).toBe('ada')
    expect(asked).toEqual(['name'])
  })

  it('is that of the record asked for', () => {
    expect(reader({ message: 'eve logged on' }, undefined)).toBe('eve')
    expect(reader({ message: 'bob logged on' }, undefined)).toBe('bob')
    expect(reader({}, undefined)).toBeUndefined()
  })
})
