import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAsnTable, ASN_TABLE_PATH } from '../scripts/build-asn-table.ts'
import { buildScanner, SCANNER_PATH } from '../scripts/build-scanner.ts'

const ASSEMBLY = join(import.meta.dirname, '..', 'assembly')

const isCurrent = (): boolean =>
  existsSync(SCANNER_PATH) &&
  readdirSync(ASSEMBLY).every((name) => statSync(join(ASSEMBLY, name)).mtimeMs <= statSync(SCANNER_PATH).mtimeMs)

/** Network table and scanner are built, not committed: a clone in which nobody has run the build yet gets them here, once; the scanner also after a change. */
const buildData = async (): Promise<void> => {
  if (!existsSync(ASN_TABLE_PATH)) buildAsnTable()
  if (!isCurrent()) await buildScanner()
}

/**
 * The temporary folder of the run, for the workers and whatever they start. It goes with all that tests left in it, also those that
 * failed: none of them has to clean up.
 */
const moveTemporaryFolder = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'ashiato-tests-'))
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

export const setup = async (): Promise<() => void> => {
  await buildData()
  return moveTemporaryFolder()
}
