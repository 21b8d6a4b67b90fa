import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { complain } from '../../i18n/complaint.ts'
import { notWritten } from '../../i18n/not-written.ts'
import { systemCode } from '../../kernel/system-code.ts'
import type { ChainHead } from '../../model/case-folder.ts'
import { begin, end } from '../unfinished.ts'

/** What the first entry names as the one before it. */
const GENESIS = '0'.repeat(64)
const EMPTY_CHAIN: ChainHead = { entries: 0, hash: GENESIS }

/** The entries of a chained file in order, where it stands, and the first line that does not follow from the one before. */
export interface Chain<Entry> {
  readonly entries: readonly Entry[]
  /** The head after each entry, the empty chain first. */
  readonly heads: readonly ChainHead[]
  readonly broken: number | null
}

const linkHash = (previous: string, entry: object): string =>
  createHash('sha256')
    .update(`${previous}\n${JSON.stringify(entry)}`)
    .digest('hex')

const parseLine = (line: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Text of a chained file → its entries. Every line carries `prev`, the hash of the line before, and its own `hash`. */
export const parseChain = <Entry extends object>(text: string): Chain<Entry> => {
  const entries: Entry[] = []
  const heads: ChainHead[] = [EMPTY_CHAIN]
  for (const [index, line] of text
    .split('\n')
    .filter((part) => part !== '')
    .entries()) {
    const { prev, hash, ...entry } = parseLine(line) ?? {}
    const before = heads[index] as ChainHead
    if (prev !== before.hash || hash !== linkHash(before.hash, entry)) return { entries, heads, broken: index + 1 }
    entries.push(entry as Entry)
    heads.push({ entries: index + 1, hash })
  }
  return { entries, heads, broken: null }
}

/** A chained file; empty where there is none yet. */
export const readChain = async <Entry extends object>(path: string): Promise<Chain<Entry>> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  })
  return parseChain<Entry>(text)
}

/** The last head of a chain. */
export const headOf = ({ heads }: Chain<object>): ChainHead => heads.at(-1) ?? EMPTY_CHAIN

const LOCK_TRIES = 40
const LOCK_PAUSE_MS = 50

/** Two people may write at once: the second waits. A lock that stays is named, so that it can be removed by hand. */
const locked = async <Result>(path: string, work: () => Promise<Result>): Promise<Result> => {
  const lock = `${path}.lock`
  for (let tries = 1; ; tries += 1) {
    try {
      await (await open(lock, 'wx', 0o600)).close()
      break
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
      if (tries === LOCK_TRIES) throw complain('complaint.locked', { path, lock })
      await pause(LOCK_PAUSE_MS)
    }
  }
  begin(lock)
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
    end(lock)
  }
}

/** Adds entries at the end. A chain that is broken is not continued: that would hide where it broke. */
export const appendChain = async <Entry extends object>(path: string, added: readonly Entry[]): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await locked(path, async () => {
    const chain = await readChain<Entry>(path)
    if (chain.broken !== null) throw complain('complaint.chain-broken', { path, line: `${chain.broken}` })
    let prev = headOf(chain).hash
    const lines = added.map((entry) => {
      const hash = linkHash(prev, entry)
      const line = `${JSON.stringify({ ...entry, prev, hash })}\n`
      prev = hash
      return line
    })
    const file = await open(path, 'a', 0o600)
    const { size } = await file.stat()
    try {
      await file.writeFile(lines.join(''))
      await file.sync()
    } catch (error) {
      // Half a line on a full disk would break the chain for ever.
      await file.truncate(size)
      throw notWritten(path, error)
    } finally {
      await file.close()
    }
  })
}
