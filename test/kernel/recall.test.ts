import { describe, expect, it } from 'vitest'
import { recall } from '../../src/kernel/recall.ts'

const counted = () => {
  const read: string[] = []
  const recalled = recall((text) => {
    read.push(text)
    return text.length
  })
  return { read, recalled }
}

describe('recall', () => {
  it('reads the texts of a batch once each, however many fields ask all of them', () => {
    const { read, recalled } = counted()
    const batch = Array.from({ length: 1024 }, (_, at) => `record ${at}`)
    for (let field = 0; field < 5; field += 1) for (const text of batch) expect(recalled(text)).toBe(text.length)
    expect(read).toEqual(batch)
  })

  it('forgets what has not been asked for in two batches', () => {
    const { read, recalled } = counted()
    recalled('old')
    for (let at = 0; at < 2 * 1024; at += 1) recalled(`later ${at}`)
    recalled('old')
    expect(read.filter((text) => text === 'old')).toHaveLength(2)
  })

  it('keeps but the last of long texts', () => {
    const { read, recalled } = counted()
    const [first, second] = ['a', 'b'].map((letter) => letter.repeat(20_000)) as [string, string]
    for (const text of [first, first, second, second, first]) expect(recalled(text)).toBe(20_000)
    expect(read.map((text) => text[0])).toEqual(['a', 'b', 'a'])
  })
})
