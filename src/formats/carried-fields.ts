import type { FieldMap, Format } from './define-format.ts'

/** Fields that at least one shape of a format declares. */
export const carriedFields = (format: Format): ReadonlySet<keyof FieldMap> =>
  new Set(
    format.shapes.flatMap(({ fields, subjects = {} }) => [
      ...(Object.keys(fields) as (keyof FieldMap)[]),
      ...Object.values(subjects).flatMap((subject) => Object.keys(subject) as (keyof FieldMap)[]),
    ]),
  )
