import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Format } from '../../src/formats/define-format.ts'
import { loadMapFile } from '../../src/formats/generic/load-mapping.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))

/** Logs of one story, and how they are to be read. */
export interface LoggedCase {
  readonly name: string
  readonly files: readonly string[]
  readonly mapping: string | undefined
}

const LOG_FILE = /\.(?:log|txt|json|ndjson|jsonl|csv)$/

const logsIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => (LOG_FILE.test(name) && !/^(?:case|truth|expected)\./.test(name) ? [join(folder, name)] : []))

/** The cases are found when the tests run, so a new one is tested without a word here. */
export const cases = (): readonly LoggedCase[] =>
  readdirSync(`${FIXTURES}cases`).map((name) => {
    const mapping = `${FIXTURES}verdicts/${name}/mapping.yaml`
    return { name, files: logsIn(`${FIXTURES}cases/${name}`), mapping: existsSync(mapping) ? mapping : undefined }
  })

/** The takeovers of the format fixtures: one of every system that has one. */
export const takeovers = (): readonly LoggedCase[] =>
  globSync(`${FIXTURES}formats/*/*takeover*`).map((folder) => ({
    name: folder.slice(`${FIXTURES}formats/`.length),
    files: logsIn(folder),
    mapping: undefined,
  }))

export const formatsOf = (mapping: string | undefined): readonly Format[] => {
  if (mapping === undefined) return []
  const loaded = loadMapFile(readFileSync(mapping, 'utf8'), mapping)
  if (!('format' in loaded)) throw new Error(`${mapping}: ${JSON.stringify(loaded)}`)
  return [loaded.format]
}
