import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runOptions } from '../../bench/run-options.ts'
import type { Truth } from '../../scripts/case-fixtures/case-fixture.ts'
import type { Format } from '../../src/formats/define-format.ts'
import { loadMapFile } from '../../src/formats/generic/load-mapping.ts'
import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import type { AnalyzeOptions } from '../../src/pipeline/options.ts'
import { tempFolder } from '../support/temp-folder.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CASES = `${ROOT}fixtures/cases/`
export const VERDICTS = `${ROOT}fixtures/verdicts/`

export const caseNames = readdirSync(CASES).toSorted()

export const truthOf = (name: string): Truth => JSON.parse(readFileSync(`${VERDICTS}${name}/truth.json`, 'utf8')) as Truth

/** The logs of a case by file name. */
export const logsOf = (name: string): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(readdirSync(CASES + name).map((file) => [file, readFileSync(`${CASES}${name}/${file}`)]))

/** A mapping as `--map` reads it. */
const mappingAt = (path: string): readonly Format[] => {
  const loaded = loadMapFile(readFileSync(path, 'utf8'), path)
  if (!('format' in loaded)) throw new Error(JSON.stringify(loaded))
  return [loaded.format]
}

export type Overrides = Partial<AnalyzeOptions>

export const OPTIONS: Omit<AnalyzeOptions, 'inputs'> = runOptions([], { cwd: ROOT })

/** How a case is read: its mapping and zone. */
const optionsOf = (name: string): Overrides => {
  const { options } = truthOf(name)
  return {
    ...(options?.map === undefined ? {} : { ownFormats: mappingAt(`${VERDICTS}${name}/${options.map}`) }),
    ...(options?.zone === undefined ? {} : { zone: options.zone }),
  }
}

export const scanCase = async (name: string, overrides: Overrides = {}): Promise<CaseDocument> =>
  (await analyze({ ...OPTIONS, ...optionsOf(name), inputs: [`fixtures/cases/${name}`], ...overrides })).document

/** Scans logs that exist only for a test. */
export const scanLogs = async (logs: Readonly<Record<string, string | Uint8Array>>, overrides: Overrides = {}): Promise<CaseDocument> => {
  const folder = tempFolder()
  try {
    for (const [file, text] of Object.entries(logs)) writeFileSync(join(folder, file), text)
    return (await analyze({ ...OPTIONS, inputs: Object.keys(logs).map((file) => join(folder, file)), ...overrides })).document
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A changed copy of a case's logs, read as the case is read. */
export const scanChanged = (
  name: string,
  change: (file: string, log: Buffer) => string | Uint8Array,
  overrides: Overrides = {},
): Promise<CaseDocument> =>
  scanLogs(Object.fromEntries(Object.entries(logsOf(name)).map(([file, log]) => [file, change(file, log)])), {
    ...optionsOf(name),
    ...overrides,
  })

export const accountOf = ({ accounts }: CaseDocument, id: string): CaseAccount | undefined => accounts.find(({ account }) => account === id)

/** Accounts that call for something to be done. */
export const affectedOf = ({ accounts }: CaseDocument): readonly CaseAccount[] =>
  accounts.filter(({ verdict }) => verdict === 'compromised' || verdict === 'suspected')

/** Lines that a test keeps. */
export const keepLines = (log: Buffer, keep: (line: string) => boolean): string =>
  log
    .toString('utf8')
    .split('\n')
    .filter((line) => line === '' || keep(line))
    .join('\n')
