import { createPseudonyms } from '../casefolder/redact/pseudonyms.ts'
import { isRedactionCaveat } from '../casefolder/redact/is-redacted.ts'
import { redactDocument } from '../casefolder/redact/redact-document.ts'
import { restore } from '../casefolder/redact/restore.ts'
import type { CaseDocument } from '../model/case.ts'
import type { DecisionEntry } from '../model/case-folder.ts'
import { rules as builtIn } from '../rules/registry.ts'
import { sayWith } from './messages.ts'
import type { AnalyzeOptions } from './options.ts'

/** How a case is told without its names. */
export interface Redaction {
  readonly document: (document: CaseDocument) => CaseDocument
  /** The revision before, and what people decided about it, with the names that logs use. */
  readonly original: (document: CaseDocument) => CaseDocument
  readonly decisions: (entries: readonly DecisionEntry[]) => readonly DecisionEntry[]
  readonly addresses: 'pseudonyms' | 'masked'
  /** Pseudonym → original, of what was replaced so far. */
  readonly originals: () => ReadonlyMap<string, string>
}

export const createRedaction = (
  key: Uint8Array,
  masksAddresses: boolean,
  { lang, zoneOut, ownRules }: Pick<AnalyzeOptions, 'lang' | 'zoneOut' | 'ownRules'>,
  before: ReadonlyMap<string, string> = new Map(),
): Redaction => {
  const pseudonyms = createPseudonyms(key, masksAddresses, before)
  const say = sayWith([...builtIn, ...ownRules], { lang, zone: zoneOut })
  return {
    document: (document) => redactDocument(document, pseudonyms, say),
    original: (document) => {
      const { summary, ...rest } = restore(document, before)
      return { ...rest, summary: { ...summary, caveats: summary.caveats.filter((caveat) => !isRedactionCaveat(caveat)) } }
    },
    decisions: (entries) => restore(entries, before),
    addresses: masksAddresses ? 'masked' : 'pseudonyms',
    originals: pseudonyms.originals,
  }
}
