import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import { formats } from '../../src/formats/registry.ts'
import { expandInputs } from '../../src/input/expand.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { keysOfUnknown } from '../../src/pipeline/head-keys.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

/** A shop's own log, large enough for a thread; what went wrong is a key that the first records do not have. */
const lineOf = (index: number): string =>
  JSON.stringify({
    timestamp: new Date(Date.UTC(2026, 9, 1) + index * 11_000).toISOString(),
    user_id: `M${index % 900}`,
    action: 'login',
    client: { ip: `192.0.2.${index % 250}`, user_agent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/${130 + (index % 9)}.0.0.0` },
    result: index % 5 === 3 ? 'failure' : 'success',
    ...(index > 30_000 && index % 5 === 3 && { reason: 'bad-password', 'odd key': [index] }),
    session_id: `s${index}`,
  })

const sourceOf = async (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  const [source] = (await expandInputs([name], folder, { tmpDir: folder })).sources
  if (source === undefined) throw new Error('no such file')
  return source
}
const known = formats.map((format) => compileFormat(format, { time: { zone: 'UTC', year: () => 2026 } }))

describe('keys of a format that will be guessed', () => {
  it('are those of the first records, where nobody knows them', async () => {
    const text = Array.from({ length: 20 }, (_, index) => `${lineOf(index)}\n`).join('')
    const keys = await keysOfUnknown(await sourceOf('own.ndjson', text), known)
    expect(keys).toContainEqual(['client', 'user_agent'])
    expect(keys).not.toContainEqual(['reason'])
    const okta = '{"eventType":"user.session.start","published":"2026-10-01T00:00:00.000Z","uuid":"1","actor":{"id":"1"},"outcome":{}}\n'
    expect(await keysOfUnknown(await sourceOf('mixed.ndjson', okta + text), known)).toEqual([])
  })

  it('change nothing in the result, also where others come later', { timeout: 120_000 }, async () => {
    writeFileSync(join(folder, 'log.ndjson'), Array.from({ length: 48_000 }, (_, index) => `${lineOf(index)}\n`).join(''))
    const options = runOptions(['log.ndjson'], { cwd: folder, nowMs: 0 })
    const part = await analyze(options)
    const whole = await analyze({ ...options, readWhole: true })
    expect(part.document).toEqual(whole.document)
    expect(part.document.run.inputs[0]).toMatchObject({ records: 48_000, used: 48_000 })
  })
})
