import type { Reader, Response } from 'maxmind'
import { systemCode } from '../kernel/system-code.ts'
import type { EnrichProblem, Opened, Source } from './define-enricher.ts'

/** A database and what it says about itself. */
export interface Mmdb<T extends Response> {
  readonly get: (ip: string) => T | undefined
  /** `GeoLite2-City, built 2026-11-01`, for the list of data that a run used. */
  readonly title: string
  /** Lookups in which the file contradicted its own index (damage in the middle); each counted as not found. */
  readonly failures: () => number
}

const problemOf = (path: string, error: unknown): EnrichProblem => {
  const code = systemCode(error)
  if (code === 'ENOENT') return { id: 'missing', path, text: `No database at ${path}.`, detail: code, wanted: '' }
  if (code !== undefined)
    return { id: 'unreadable', path, text: `The database ${path} cannot be read (${code}).`, detail: code, wanted: '' }
  return {
    id: 'not-a-database',
    path,
    text: `${path} is not a MaxMind database (.mmdb), or is damaged.`,
    detail: '',
    wanted: '',
  }
}

const titleOf = (reader: Reader<Response>): string =>
  `${reader.metadata.databaseType}, built ${reader.metadata.buildEpoch.toISOString().slice(0, 10)}`

const toMmdb = <T extends Response>(reader: Reader<T>): Mmdb<T> => {
  let failures = 0
  const get = (ip: string): T | undefined => {
    try {
      return reader.get(ip) ?? undefined
    } catch {
      failures++
      return undefined
    }
  }
  return { get, title: titleOf(reader), failures: () => failures }
}

/**
 * Opens a MaxMind database, read whole into memory. `kinds`: one of these words must stand in its type (`City`, `ASN` …).
 * Problems are values; never rejects for what is wrong with the file.
 */
export const openMmdb = async <T extends Response>(path: string, kinds: readonly string[]): Promise<Opened<Mmdb<T>>> => {
  const { open } = await import('maxmind')
  let reader: Reader<T>
  try {
    reader = await open<T>(path)
  } catch (error) {
    return { ok: false, problem: problemOf(path, error) }
  }
  const type = reader.metadata.databaseType
  if (!kinds.some((kind) => type.includes(kind))) {
    const wanted = kinds.join(', ')
    const text = `${path} is a database of type ${type}; wanted: ${wanted}.`
    return { ok: false, problem: { id: 'wrong-database', path, text, detail: type, wanted } }
  }
  return { ok: true, value: toMmdb(reader) }
}

/** A lookup in the user's database, with what a report says about it. */
export interface MmdbLookup<Facts> extends Source<Facts> {
  readonly title: string
  readonly failures: () => number
}
