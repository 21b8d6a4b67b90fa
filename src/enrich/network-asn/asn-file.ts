import { fstatSync, openSync, readSync } from 'node:fs'
import { ASN_TABLE } from '../data-files.ts'
import { openAsnTable, type AsnTable } from './asn-table.ts'

const openTable = (file: URL): number => {
  try {
    return openSync(file, 'r')
  } catch (cause) {
    throw new Error('network table dist/data/asn.bin is missing: run "npm run build"', { cause })
  }
}

/**
 * Opens the package's own network table, to be read by the page: of its 9 MB, ten addresses need a hundredth. Throws an Error that says what
 * to do when it is missing or damaged.
 */
export const readAsnTable = (file: URL = ASN_TABLE): AsnTable => {
  const opened = openTable(file)
  return openAsnTable({
    byteLength: fstatSync(opened).size,
    readInto: (target, from) => void readSync(opened, target, 0, target.length, from),
  })
}
