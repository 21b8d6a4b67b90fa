import type { Computed, CsvShape, Path } from './define-format.ts'
import { allPathsOf } from './field.ts'

/** Why a value cannot be what was logged; undefined: it may be. */
type Sign = (value: string | undefined) => string | undefined

const CUT_NUMBER = /^\s*-?\d(?:[.,]\d+)?E\+\d{1,3}\s*$/i
/** `2026-03-02 12:43:30.772` as a spreadsheet shows it, and writes it out again: minute, second, tenth. */
const CUT_TIME = /^\s*\d{1,2}:\d{2}\.\d\s*$/

/** An id that a spreadsheet cut to `1.23E+11`: which one it was cannot be told, and several may have become the same. */
const isCutId: Sign = (value) => (value !== undefined && CUT_NUMBER.test(value) ? 'spreadsheet-number' : undefined)
const isCutTime: Sign = (value) => (value !== undefined && CUT_TIME.test(value) ? 'spreadsheet-time' : undefined)

const signsOf = (paths: readonly Path[], to: Sign): readonly Computed[] => [...new Set(paths)].map((path) => ({ from: [path], to }))

export const cutIds = (paths: readonly Path[]): readonly Computed[] => signsOf(paths, isCutId)
export const cutTimes = (paths: readonly Path[]): readonly Computed[] => signsOf(paths, isCutTime)

/** Tables pass through spreadsheets on their way: a vendor's row with such a value is rejected, as one of a mapping is. */
export const withSpreadsheetDamage = (shape: CsvShape): CsvShape => ({
  ...shape,
  damage: shape.damage ?? [
    ...cutIds(
      [shape.fields, ...Object.values(shape.subjects ?? {})].flatMap(({ account, username }) => [account, username].flatMap(allPathsOf)),
    ),
    ...cutTimes(allPathsOf(shape.fields.time.path)),
  ],
})
