import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../../kernel/system-code.ts'
import type { ChainHead, Manifest } from '../../model/case-folder.ts'
import { headOf, type Chain } from './chain.ts'
import { EVIDENCE_FOLDER, SUMS_FILE } from './layout.ts'
import { readManifest, readWork, type Work } from './read-case.ts'
import { hashFile, parseSums } from './sums.ts'

/** One thing that is not as it was sealed: an id of i18n `verify.<id>`, with what it is about. */
export interface Change {
  readonly id:
    | 'no-sums'
    | 'no-manifest'
    | 'changed'
    | 'missing'
    | 'added'
    | 'link'
    | 'evidence-open'
    | 'chain-broken'
    | 'chain-cut'
    | 'input-changed'
    | 'revision-changed'
  readonly path: string
  readonly detail: string
}

export interface Verification {
  readonly files: number
  readonly changes: readonly Change[]
  readonly manifest: Manifest | undefined
  readonly inputs: { readonly same: number; readonly gone: readonly string[] }
  readonly work: Readonly<Record<keyof Work, ChainHead>>
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')

interface Listed {
  readonly files: readonly string[]
  readonly links: readonly string[]
}

const list = async (folder: string): Promise<Listed> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const inside = (entry: (typeof entries)[number]): string => join(entry.parentPath, entry.name).slice(folder.length + 1)
  return {
    files: entries
      .filter((entry) => entry.isFile())
      .map(inside)
      .toSorted(),
    links: entries
      .filter((entry) => !entry.isFile() && !entry.isDirectory())
      .map(inside)
      .toSorted(),
  }
}

/** The sealed files against their sums: changed, missing, added since, or no longer plain files. */
export const checkSums = async (folder: string): Promise<{ readonly files: number; readonly changes: readonly Change[] }> => {
  const text = await readFile(join(folder, SUMS_FILE), 'utf8').catch(() => undefined)
  if (text === undefined) return { files: 0, changes: [{ id: 'no-sums', path: SUMS_FILE, detail: '' }] }
  const sums = parseSums(text)
  const { files, links } = await list(folder)
  const there = new Set(files)
  const changes: Change[] = links.map((path) => ({ id: 'link', path, detail: '' }))
  for (const [path, sealed] of sums) {
    if (!there.has(path)) {
      if (!links.includes(path)) changes.push({ id: 'missing', path, detail: '' })
      continue
    }
    const found = await hashFile(join(folder, path))
    if (found !== sealed) changes.push({ id: 'changed', path, detail: found })
  }
  for (const path of files) if (path !== SUMS_FILE && !sums.has(path)) changes.push({ id: 'added', path, detail: '' })
  return { files: sums.size, changes }
}

/** Evidence that others on the machine may read is no longer restricted. */
const checkEvidence = async (folder: string): Promise<readonly Change[]> => {
  const found = await lstat(join(folder, EVIDENCE_FOLDER)).catch(() => undefined)
  return found === undefined || (found.mode & 0o077) === 0
    ? []
    : [{ id: 'evidence-open', path: EVIDENCE_FOLDER, detail: (found.mode & 0o777).toString(8) }]
}

/** A chain must be whole, and still contain what stood in it when the case was sealed: a tail cut off shows only there. */
const checkChain = (name: keyof Work, { broken, heads }: Chain<object>, sealed: ChainHead | undefined): readonly Change[] => {
  if (broken !== null) return [{ id: 'chain-broken', path: name, detail: `${broken}` }]
  if (sealed !== undefined && heads[sealed.entries]?.hash !== sealed.hash)
    return [{ id: 'chain-cut', path: name, detail: `${sealed.entries}` }]
  return []
}

const checkInputs = async (manifest: Manifest): Promise<Verification['inputs'] & { readonly changes: readonly Change[] }> => {
  const changes: Change[] = []
  const gone: string[] = []
  let same = 0
  for (const { file, path, sha256 } of manifest.inputs) {
    if (file === null || sha256 === null) {
      gone.push(path)
      continue
    }
    try {
      const found = await hashFile(file)
      if (found === sha256) same += 1
      else changes.push({ id: 'input-changed', path, detail: found })
    } catch (error) {
      if (!isMissing(error)) throw error
      gone.push(path)
    }
  }
  return { same, gone, changes }
}

/** Is the revision before still the one that this case was built on? Only looked at where it still lies beside the case. */
const checkPrevious = async (manifest: Manifest, aside: (revision: number) => string): Promise<readonly Change[]> => {
  if (manifest.previous === null) return []
  const folder = aside(manifest.previous.revision)
  const found = await hashFile(join(folder, SUMS_FILE)).catch(() => undefined)
  return found === undefined || found === manifest.previous.sha256sums ? [] : [{ id: 'revision-changed', path: folder, detail: found }]
}

/** Everything that can be checked about a case folder without reading the logs' content again. */
export const verifyCase = async (folder: string, aside: (revision: number) => string): Promise<Verification> => {
  const sums = await checkSums(folder)
  const manifest = await readManifest(folder).catch(() => undefined)
  const work = await readWork(folder)
  const names = Object.keys(work) as (keyof Work)[]
  const chains = names.flatMap((name) => checkChain(name, work[name], manifest?.work[name]))
  const inputs = manifest === undefined ? { same: 0, gone: [], changes: [] } : await checkInputs(manifest)
  return {
    files: sums.files,
    changes: [
      ...sums.changes,
      ...(manifest === undefined ? [{ id: 'no-manifest', path: folder, detail: '' } as const] : await checkPrevious(manifest, aside)),
      ...(await checkEvidence(folder)),
      ...chains,
      ...inputs.changes,
    ],
    manifest,
    inputs: { same: inputs.same, gone: inputs.gone },
    work: { decisions: headOf(work.decisions), notes: headOf(work.notes), samples: headOf(work.samples) },
  }
}
