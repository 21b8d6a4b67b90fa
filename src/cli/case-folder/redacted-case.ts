import { resolve } from 'node:path'
import { isPseudonym } from '../../casefolder/redact/pseudonyms.ts'
import { complain } from '../../i18n/complaint.ts'
import type { Manifest } from '../../model/case-folder.ts'
import type { AnalyzeOptions } from '../../pipeline/options.ts'
import type { CaseFlags } from './case-target.ts'

/** The pseudonyms of the case that these logs are added to, where there is one; a complaint where the key is another. */
export const readWayBack = async (
  { case: path }: Pick<CaseFlags, 'case'>,
  { cwd }: Pick<AnalyzeOptions, 'cwd'>,
  key: Uint8Array,
): Promise<ReadonlyMap<string, string>> => {
  if (path === undefined) return new Map()
  const folder = resolve(cwd, path)
  const [{ checkTarget }, { readPseudonyms }] = await Promise.all([
    import('../../state/case-folder/write-folder.ts'),
    import('../../state/case-folder/pseudonym-map.ts'),
  ])
  if ((await checkTarget(folder)) === 'new') return new Map()
  const known = await readPseudonyms(folder, key)
  if (known === undefined) throw complain('complaint.no-pseudonyms', { path })
  return known
}

/** Refuses real names in a redacted case: "nothing on record" of them would be said whatever happened. */
export const checkAsked = (path: string, { redaction }: Manifest, asked: readonly string[]): void => {
  if (redaction === undefined) return
  // Addresses may be cut to a range instead.
  const name = asked.find((text) => !isPseudonym(text) && !(redaction.addresses === 'masked' && text.includes('/')))
  if (name !== undefined) throw complain('complaint.redact-name', { path, name })
}
