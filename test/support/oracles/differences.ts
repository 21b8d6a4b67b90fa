import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { FIXTURES } from '../format-fixtures.ts'
import type { Comparison } from './agreement.ts'

const LINE = /^- `(?<file>.+)` (?<records>\d+(?: \d+)*): (?<field>\w+)$/
const REASON = /^## (?<reason>.+)$/

/** How a difference is named, in the lists and in a test's answer. */
export const differenceName = ({ format, file, record, field }: Pick<Comparison, 'format' | 'file' | 'record' | 'field'>): string =>
  `${format}: ${file} ${record} ${field}`

const readList = (format: string, text: string): readonly (readonly [string, string])[] => {
  let reason = ''
  return text.split('\n').flatMap((line) => {
    reason = REASON.exec(line)?.groups?.['reason'] ?? reason
    const { file, records = '', field } = LINE.exec(line)?.groups ?? {}
    return records.split(' ').flatMap((record) => (record === '' ? [] : [[`${format}: ${file} ${record} ${field}`, reason] as const]))
  })
}

/** Every difference that somebody has explained, with the reason: `fixtures/formats/<id>/oracle-differences.md`. */
export const listedDifferences = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(FIXTURES).flatMap((format) => {
      const path = `${FIXTURES}${format}/oracle-differences.md`
      return existsSync(path) ? readList(format, readFileSync(path, 'utf8')) : []
    }),
  )
