import type { Elements } from './frame-elements.ts'

const NEWLINE = 10
const WHO = Buffer.from('WHO: ')
/** Inspektr rules its records off with 61 of them. */
const RULE = '='.repeat(61)

/** Is this a log in which Inspektr (Apereo CAS) spreads each record over several lines, as it does by default? */
export const isAuditBlocks = (head: Buffer): boolean => /Audit trail record BEGIN\r?\n={61}\r?\nWHO: /.test(head.toString('latin1'))

/** Records from the line `WHO: …` to the rule that follows. */
export const AUDIT_BLOCKS: Elements = {
  findOpen: (bytes, from) => {
    let at = bytes.indexOf(WHO, from)
    while (at > 0 && bytes[at - 1] !== NEWLINE) at = bytes.indexOf(WHO, at + 1)
    return at
  },
  close: Buffer.from(`\n${RULE}`),
  isWrapper: (text) => /^\s*>?\s*$/.test(text) || text === RULE || text.endsWith('Audit trail record BEGIN'),
}
