import { join, resolve } from 'node:path'
import { withDecisions } from '../../casefolder/decided.ts'
import { complain } from '../../i18n/complaint.ts'
import type { SayOptions } from '../../i18n/translate.ts'
import type { CaseDocument } from '../../model/case.ts'
import type { Manifest } from '../../model/case-folder.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { providersOf } from '../../pipeline/service-options.ts'
import { remakeSteps } from '../../pipeline/remake-steps.ts'
import { WORK_FILES, workFolder, type WorkFile } from '../../state/case-folder/layout.ts'
import { readDocument, readManifest, readWork, type Work } from '../../state/case-folder/read-case.ts'
import type { Io } from '../io.ts'
import { parseChoice, parseMoment, parseZone } from '../options/values.ts'

/** Options of every command on a case; language and zone are the case's own where nothing is said. */
export interface CaseCommandFlags {
  readonly lang?: string
  readonly tzOut?: string
  readonly to?: string
  readonly output?: string
  readonly bom?: boolean
  readonly now?: string
}

/** A case folder as commands see it: none of them reads the logs again. */
export interface OpenCase {
  readonly folder: string
  readonly manifest: Manifest
  readonly work: Work
  readonly wording: SayOptions
  readonly nowMs: number
}

/** The command's clock: when a decision was made, until when a block lasts. */
export const clockOf = ({ now }: CaseCommandFlags, io: Io): number =>
  now === undefined ? io.nowMs() : parseMoment(now, '--now', 'UTC') / 1000

/** The small files of a case. A chain that is broken is not relied on: `verify` shows where it broke. */
export const openCase = async (path: string, flags: CaseCommandFlags, io: Io): Promise<OpenCase> => {
  const folder = resolve(io.cwd, path)
  const manifest = await readManifest(folder).catch((error: unknown) => {
    throw error instanceof Error && 'messageId' in error && error.messageId === 'complaint.no-case'
      ? complain('complaint.no-case', { path })
      : error
  })
  const work = await readWork(folder)
  for (const [name, { broken }] of Object.entries(work)) {
    if (broken !== null) throw complain('complaint.chain-broken', { path: workPath(folder, name as WorkFile), line: `${broken}` })
  }
  return {
    folder,
    manifest,
    work,
    wording: {
      lang: flags.lang === undefined ? manifest.lang : parseChoice<Lang>(flags.lang, '--lang', ['en', 'ja']),
      zone: flags.tzOut === undefined ? manifest.zone : parseZone(flags.tzOut, '--tz-out'),
    },
    nowMs: clockOf(flags, io),
  }
}

/** Where people's additions of one kind lie. */
export const workPath = (folder: string, file: WorkFile): string => join(workFolder(folder), WORK_FILES[file])

/** The whole document with people's decisions; steps are made anew where those, or the language, are others than when it was sealed. */
export const documentOf = async ({ folder, manifest, work, wording }: OpenCase): Promise<CaseDocument> => {
  const document = withDecisions(await readDocument(folder), work.decisions.entries)
  const isAsSealed = manifest.work.decisions.entries === work.decisions.entries.length && manifest.lang === wording.lang
  return isAsSealed
    ? document
    : remakeSteps(document, {
        lang: wording.lang,
        ownProviders: providersOf({ ownProviders: [] }, manifest),
        inAnotherLanguage: manifest.lang !== wording.lang,
        ...(manifest.legal === undefined ? {} : { legal: manifest.legal }),
        ...(manifest.service === undefined ? {} : { service: manifest.service }),
      })
}
