import { createPseudonyms } from '../casefolder/redact/pseudonyms.ts'
import { redactDocument } from '../casefolder/redact/redact-document.ts'
import type { CaseDocument } from '../model/case.ts'
import { rules as builtIn } from '../rules/registry.ts'
import { sayWith } from './messages.ts'
import type { AnalyzeOptions } from './options.ts'

/** How a case is told without its names. */
export interface Redaction {
  readonly document: (document: CaseDocument) => CaseDocument
  readonly addresses: 'pseudonyms' | 'masked'
  /** Pseudonym → original, of what was replaced so far. */
  readonly originals: () => ReadonlyMap<string, string>
}

export const createRedaction = (
  key: Uint8Array,
  masksAddresses: boolean,
  { lang, zoneOut, ownRules }: Pick<AnalyzeOptions, 'lang' | 'zoneOut' | 'ownRules'>,
): Redaction => {
  const pseudonyms = createPseudonyms(key, masksAddresses)
  const say = sayWith([...builtIn, ...ownRules], { lang, zone: zoneOut })
  return {
    document: (document) => redactDocument(document, pseudonyms, say),
    addresses: masksAddresses ? 'masked' : 'pseudonyms',
    originals: pseudonyms.originals,
  }
}
