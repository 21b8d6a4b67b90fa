import { createHash } from 'node:crypto'
import { evidenceFile, planEvidence, type EvidenceLine, type EvidenceRecord } from '../casefolder/evidence-plan.ts'
import { complain } from '../i18n/complaint.ts'
import { say } from '../i18n/translate.ts'
import { openEvidence } from '../input/evidence.ts'
import type { SourceFile } from '../input/source.ts'
import { escapeSteering } from '../kernel/safe-text.ts'
import type { CaseDocument } from '../model/case.ts'
import { EVIDENCE_FOLDER, EVIDENCE_INDEX } from '../state/case-folder/layout.ts'
import type { FolderFile } from '../state/case-folder/write-folder.ts'

/** The raw bytes of an input's records: from the log that was just read, or from the revision before. */
export type EvidenceReader = (records: readonly EvidenceRecord[]) => Promise<readonly Buffer[]>

/** Reads from a log of this run. */
export const readerOf =
  (source: SourceFile): EvidenceReader =>
  async (records) => {
    const evidence = await openEvidence(source)
    try {
      return await evidence.read(records)
    } finally {
      await evidence.close()
    }
  }

const NEWLINE = Buffer.from('\n')

const checkLength = (bytes: Buffer, { length, line }: EvidenceRecord, path: string): void => {
  if (bytes.length !== length) throw complain('complaint.changed', { path, line: `${line}` }, 3)
}

/**
 * The folder of raw records: per input one file with each record byte for byte and a newline behind it, and an index that says where
 * each lay, what it hashes to and who stands on it. The index comes last: it is known once the records are read.
 */
export const evidenceFiles = (document: CaseDocument, readerFor: (input: number) => EvidenceReader): readonly FolderFile[] => {
  const index: EvidenceLine[] = []
  const recordFile = (input: number, records: readonly EvidenceRecord[]): FolderFile => ({
    path: `${EVIDENCE_FOLDER}/${evidenceFile(input)}`,
    content: (async function* content() {
      const { path = '', sha256 = null } = document.run.inputs[input] ?? {}
      let at = 0
      for (const [number, bytes] of (await readerFor(input)(records)).entries()) {
        const record = records[number] as EvidenceRecord
        checkLength(bytes, record, path)
        const own = createHash('sha256').update(bytes).digest('hex')
        index.push({ file: evidenceFile(input), at, sha256: own, input: path, inputSha256: sha256, ...record })
        at += bytes.length + NEWLINE.length
        yield bytes
        yield NEWLINE
      }
    })(),
  })
  return [
    {
      path: `${EVIDENCE_FOLDER}/RESTRICTED.txt`,
      content: (['en', 'ja'] as const).map((lang) => `${say('case.restricted', {}, { lang, zone: 'UTC' })}\n`),
    },
    ...[...planEvidence(document)].map(([input, records]) => recordFile(input, records)),
    {
      path: EVIDENCE_INDEX,
      content: (function* lines() {
        for (const line of index) yield `${escapeSteering(JSON.stringify(line))}\n`
      })(),
    },
  ]
}
