import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { complain } from '../../i18n/complaint.ts'
import { reasonOf } from '../../i18n/reason-of.ts'
import { systemCode } from '../../kernel/system-code.ts'
import type { CaseDocument } from '../../model/case.ts'
import type { DecisionEntry, Manifest, NoteEntry, SampleEntry } from '../../model/case-folder.ts'
import { readChain, type Chain } from './chain.ts'
import { CASE_FILE, MANIFEST_FILE, WORK_FILES, workFolder } from './layout.ts'

const parse = <Value>(text: string, path: string): Value => {
  try {
    return JSON.parse(text) as Value
  } catch {
    throw complain('complaint.case-damaged', { path })
  }
}

/** The manifest of a case folder; a complaint where there is no case. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const path = join(folder, MANIFEST_FILE)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const isNone = ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')
    throw isNone
      ? complain('complaint.no-case', { path: folder })
      : complain('complaint.case-unreadable', { path, detail: reasonOf(error) })
  })
  const manifest = parse<Manifest>(text, path)
  if (manifest.schema !== 'ashiato.manifest/1') throw complain('complaint.case-damaged', { path })
  return manifest
}

const withoutComma = (line: string): string => (line.endsWith(',') ? line.slice(0, -1) : line)
const LIST_START = /^ {2}"(\w+)": \[$/
const MEMBER = /^ {2}"(\w+)": (.*)$/

/**
 * The document of a case folder. A case of 60,000 accounts is longer than the longest text of JavaScript, so it is read as it was
 * written: one member or one element per line.
 */
export const readDocument = async (folder: string): Promise<CaseDocument> => {
  const path = join(folder, CASE_FILE)
  const document: Record<string, unknown> = {}
  let list: unknown[] | undefined
  try {
    for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
      if (line === '{' || line === '}' || line === '') continue
      if (list !== undefined) {
        if (line === '  ]' || line === '  ],') list = undefined
        else list.push(JSON.parse(withoutComma(line)))
        continue
      }
      const start = LIST_START.exec(line)?.[1]
      if (start !== undefined) document[start] = list = []
      else {
        const [, name = '', value = ''] = MEMBER.exec(line) ?? []
        document[name] = JSON.parse(withoutComma(value))
      }
    }
  } catch {
    throw complain('complaint.case-damaged', { path })
  }
  if (document['schema'] !== 'ashiato.case/1') throw complain('complaint.case-damaged', { path })
  return document as unknown as CaseDocument
}

/** What people added beside a case. */
export interface Work {
  readonly decisions: Chain<DecisionEntry>
  readonly notes: Chain<NoteEntry>
  readonly samples: Chain<SampleEntry>
}

export const readWork = async (folder: string): Promise<Work> => {
  const at = (file: string): string => join(workFolder(folder), file)
  return {
    decisions: await readChain<DecisionEntry>(at(WORK_FILES.decisions)),
    notes: await readChain<NoteEntry>(at(WORK_FILES.notes)),
    samples: await readChain<SampleEntry>(at(WORK_FILES.samples)),
  }
}
