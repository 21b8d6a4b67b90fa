import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { OwnTemplates } from '../../casefolder/documents/draft-files.ts'
import { complain } from '../../i18n/complaint.ts'
import { reasonOf } from '../../i18n/reason-of.ts'

/** The templates of `--templates DIR`: Markdown files named like the drafts; one that replaces nothing is a mistake. */
export const readTemplates = async (folder: string | undefined, cwd: string): Promise<OwnTemplates> => {
  if (folder === undefined) return new Map()
  const { draftNames } = await import('../../casefolder/documents/draft-files.ts')
  const { checkTemplate } = await import('../../casefolder/documents/render-draft.ts')
  const full = resolve(cwd, folder)
  const names = await readdir(full).catch((error: unknown) => {
    throw complain('complaint.unreadable-file', { option: '--templates', path: folder, detail: reasonOf(error) })
  })
  const known = draftNames()
  const own = new Map<string, string>()
  for (const name of names.filter((entry) => entry.endsWith('.md')).toSorted()) {
    if (!known.includes(name)) throw complain('complaint.template-file', { path: name, known: known.join(', ') })
    const text = await readFile(join(full, name), 'utf8')
    checkTemplate(text, join(folder, name))
    own.set(name, text)
  }
  return own
}
