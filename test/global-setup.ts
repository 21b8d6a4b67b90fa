import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildAsnTable, ASN_TABLE_PATH } from '../scripts/build-asn-table.ts'
import { buildScanner, SCANNER_PATH } from '../scripts/build-scanner.ts'

const ASSEMBLY = join(import.meta.dirname, '..', 'assembly')

const isCurrent = (): boolean =>
  existsSync(SCANNER_PATH) &&
  readdirSync(ASSEMBLY).every((name) => statSync(join(ASSEMBLY, name)).mtimeMs <= statSync(SCANNER_PATH).mtimeMs)

/** Network table and scanner are built, not committed: a clone in which nobody has run the build yet gets them here, once; the scanner also after a change. */
export const setup = async (): Promise<void> => {
  if (!existsSync(ASN_TABLE_PATH)) buildAsnTable()
  if (!isCurrent()) await buildScanner()
}
