import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createSpool } from '../../src/input/spool.ts'
import { openScratch } from '../../src/pipeline/scratch.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

describe('the scratch file', () => {
  it('gives back what was written, and has no name', () => {
    const scratch = openScratch(folder)
    scratch.write(4, Buffer.from('later'))
    scratch.write(0, Buffer.from('once'))
    const into = Buffer.alloc(9)
    scratch.readInto(0, into)
    expect([into.toString(), scratch.size(), readdirSync(folder)]).toEqual(['oncelater', 9, []])
    scratch.close()
  })

  it('is closed once: whoever has its number after it keeps it', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const numbers = Array.from({ length: 20 }, () => {
      const scratch = openScratch(folder)
      scratch.close()
      return scratch.fd
    })
    const others = numbers.map(() => createSpool(folder))
    expect(others.some(({ fd }) => numbers.includes(fd))).toBe(true)
    for (let round = 0; round < 3; round += 1) {
      collect()
      await setTimeout(10)
    }
    for (const other of others) {
      other.append(Buffer.from('kept'))
      expect(other.read(0, 4).toString()).toBe('kept')
      other.close()
    }
  })

  it('is told of as what it is where it cannot be made or written', () => {
    const missing = join(folder, 'missing')
    expect(() => openScratch(missing)).toThrowError(
      expect.objectContaining({ messageId: 'complaint.scratch', data: { path: missing, detail: 'ENOENT' }, exitCode: 2 }),
    )
    const scratch = openScratch(folder)
    scratch.close()
    expect(() => scratch.write(0, Buffer.from('gone'))).toThrowError(
      expect.objectContaining({ messageId: 'complaint.scratch', data: { path: folder, detail: 'bad file descriptor' }, exitCode: 3 }),
    )
  })
})
