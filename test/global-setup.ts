import { existsSync } from 'node:fs'
import { buildAsnTable, ASN_TABLE_PATH } from '../scripts/build-asn-table.ts'
import { buildScanner, SCANNER_PATH } from '../scripts/build-scanner.ts'

/** Network table and scanner are built, not committed: a clone in which nobody has run the build yet gets them here, once. */
export const setup = async (): Promise<void> => {
  if (!existsSync(ASN_TABLE_PATH)) buildAsnTable()
  if (!existsSync(SCANNER_PATH)) await buildScanner()
}
