import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { complain } from '../../i18n/complaint.ts'
import type { Manifest } from '../../model/case-folder.ts'
import { ASSUMED_ZONE } from '../../pipeline/options.ts'
import type { ReadFlags } from '../options/scan-options.ts'

export interface RereadFlags {
  readonly case?: string
  readonly reread?: boolean
}

/** The logs of the revision that stands, and how they were read. */
export interface EarlierLogs {
  readonly files: readonly string[]
  /** Read from a pipe, or moved away since: by the name that the case has for them. */
  readonly gone: readonly string[]
  readonly flags: Pick<ReadFlags, 'timezone' | 'trustedProxy'>
}

const NONE: EarlierLogs = { files: [], gone: [], flags: {} }

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )

/** What is not said this time was read as it was said before: another zone would move every event. */
const readAs = ({ options }: Manifest): EarlierLogs['flags'] => {
  const { zone, trustedProxies } = options
  return {
    ...(typeof zone === 'string' && zone !== ASSUMED_ZONE ? { timezone: zone } : {}),
    ...(Array.isArray(trustedProxies) && trustedProxies.length > 0 ? { trustedProxy: trustedProxies } : {}),
  }
}

/** The logs that a case was made of, to read them again together with newer ones: a merged case cannot find what only both show. */
export const earlierLogs = async ({ case: path, reread }: RereadFlags, cwd: string): Promise<EarlierLogs> => {
  if (reread !== true) return NONE
  if (path === undefined) throw complain('complaint.reread-alone')
  const folder = resolve(cwd, path)
  const { checkTarget } = await import('../../state/case-folder/write-folder.ts')
  // The first time there is nothing earlier: one line in a cron table does for every day.
  if ((await checkTarget(folder)) === 'new') return NONE
  const { readManifest } = await import('../../state/case-folder/read-case.ts')
  const manifest = await readManifest(folder)
  if (manifest.redaction !== undefined) throw complain('complaint.reread-redacted', { path })
  const found = await Promise.all(
    manifest.inputs.map(async ({ path: name, file, archive }) => {
      // An archive is read whole again: its members are told apart by their bytes.
      const place = file ?? archive ?? null
      return { path: name, place, there: place !== null && (await isThere(place)) }
    }),
  )
  return {
    files: [...new Set(found.flatMap(({ place, there }) => (there && place !== null ? [place] : [])))],
    gone: found.flatMap(({ path: name, there }) => (there ? [] : [name])),
    flags: readAs(manifest),
  }
}
