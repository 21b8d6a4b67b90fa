import { isPseudonym } from '../casefolder/redact/pseudonyms.ts'
import { complain } from '../i18n/complaint.ts'
import type { Manifest } from '../model/case-folder.ts'

/** Refuses real names in a redacted case: "nothing on record" of them would be said whatever happened. */
export const checkAsked = (path: string, { redaction }: Manifest, asked: readonly string[]): void => {
  if (redaction === undefined) return
  // Addresses may be cut to a range instead.
  const name = asked.find((text) => !isPseudonym(text) && !(redaction.addresses === 'masked' && text.includes('/')))
  if (name !== undefined) throw complain('complaint.redact-name', { path, name })
}
