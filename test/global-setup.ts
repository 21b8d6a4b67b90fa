import { existsSync } from 'node:fs'
import { buildAsnTable, ASN_TABLE_PATH } from '../scripts/build-asn-table.ts'

/** The network table is built, not committed: a clone in which nobody has run the build yet gets it here, once. */
export const setup = (): void => {
  if (!existsSync(ASN_TABLE_PATH)) buildAsnTable()
}
