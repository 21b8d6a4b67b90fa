import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import { EVIDENCE_FOLDER, EVIDENCE_INDEX } from './layout.ts'

interface Range {
  readonly offset: number
  readonly length: number
}

/** Raw records that an earlier revision kept, by the place where they lay in the log. */
export interface SealedEvidence {
  readonly read: (file: string, ranges: readonly Range[]) => Promise<readonly Buffer[]>
}

interface IndexLine extends Range {
  readonly file: string
  readonly at: number
}

/** Opens the evidence of a case folder: logs that are not read again give their records from there, byte for byte. */
export const openSealedEvidence = async (folder: string): Promise<SealedEvidence> => {
  const path = join(folder, EVIDENCE_INDEX)
  const text = await readFile(path, 'utf8')
  const lines = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as IndexLine]))
  const places = new Map(lines.map((line) => [`${line.file} ${line.offset} ${line.length}`, line.at]))
  return {
    read: async (file, ranges) => {
      const handle = await open(join(folder, EVIDENCE_FOLDER, file), 'r')
      try {
        const records: Buffer[] = []
        for (const { offset, length } of ranges) {
          const at = places.get(`${file} ${offset} ${length}`)
          if (at === undefined) throw complain('complaint.case-damaged', { path })
          const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
          if (bytesRead !== length) throw complain('complaint.case-damaged', { path })
          records.push(buffer)
        }
        return records
      } finally {
        await handle.close()
      }
    },
  }
}
