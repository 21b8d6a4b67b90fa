import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { evidenceFiles, type EvidenceReader } from '../../src/pipeline/case-evidence.ts'
import { EVIDENCE_FOLDER, EVIDENCE_INDEX } from '../../src/state/case-folder/layout.ts'
import { readCase } from '../reports/documents.ts'

const document = readCase('okta-takeover', 'en')

const contents = async (read: EvidenceReader): Promise<ReadonlyMap<string, string>> => {
  const written = new Map<string, string>()
  for (const { path, content } of evidenceFiles(document, () => read)) {
    const parts: string[] = []
    for await (const part of content) parts.push(String(part))
    written.set(path, parts.join(''))
  }
  return written
}

/** As many bytes as the record had when it was read, the number of its line over and over. */
const bytesOf = ({ length, line }: { readonly length: number; readonly line: number }): Buffer => Buffer.alloc(length, `${line} `)

describe('the evidence of a case', () => {
  it('is each record byte for byte, with an index that says where it lies and what it hashes to', async () => {
    const written = await contents((records) => Promise.resolve(records.map(bytesOf)))
    const lines = (written.get(EVIDENCE_INDEX) ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; at: number; length: number; line: number; sha256: string })
    expect(lines.length).toBeGreaterThan(3)
    for (const { file, at, length, line, sha256 } of lines) {
      const bytes = bytesOf({ length, line })
      const whole = Buffer.from(written.get(`${EVIDENCE_FOLDER}/${file}`) ?? '')
      expect(whole.subarray(at, at + length + 1).equals(Buffer.concat([bytes, Buffer.from('\n')]))).toBe(true)
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  it('is refused where the log has become shorter since it was read', async () => {
    const cut: EvidenceReader = (records) => Promise.resolve(records.map((record) => bytesOf(record).subarray(1)))
    await expect(contents(cut)).rejects.toMatchObject({ exitCode: 3 })
  })
})
