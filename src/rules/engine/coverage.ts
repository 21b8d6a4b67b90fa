import type { EventClass } from '../../model/event-class.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { TableColumn } from '../../order/table-column.ts'
import type { NeededField, Rule } from '../define-rule.ts'
import { CHANGE_ACTIONS } from '../define-signals.ts'

/** What the events of one format carry. A field counts as carried when at least one event has it. */
export interface FormatCoverage {
  readonly format: string
  readonly carries: (field: NeededField) => boolean
}

export interface SkippedRule {
  readonly rule: string
  readonly format: string
  /** The fields that are missing, joined by `+`. */
  readonly why: string
}

const classFields = ({ action, outcome, reason }: EventClass): NeededField[] => {
  const fields: NeededField[] = []
  if (action === 'mfa' || reason?.startsWith('mfa-') === true) fields.push('mfa')
  if (action === 'login' && outcome === 'success') fields.push('success')
  if (CHANGE_ACTIONS.includes(action)) fields.push('change')
  return fields
}

/** Presence of a field by row: cheap tests first, none of them reads text. */
const rowFields = (table: EventTable): readonly (readonly [NeededField, (row: number) => boolean])[] => {
  const has =
    (values: TableColumn) =>
    (row: number): boolean =>
      values.get(row) >= 0
  const placeHas =
    (values: Int32Array) =>
    (row: number): boolean =>
      (values[table.place.get(row)] ?? -1) >= 0
  return [
    ['ip', placeHas(table.places.ip)],
    ['network', placeHas(table.places.network)],
    ['geo', (row) => table.places.geoOf(table.place.get(row))?.lat !== undefined],
    ['account', has(table.account)],
    ['username', (row) => table.name.get(row) >= 0 || table.account.get(row) >= 0],
    ['session', has(table.session)],
    ['userAgent', has(table.userAgent)],
    ['device', has(table.device)],
  ]
}

/** Classes that an event has; a record may have been refused for its time after its class was known. */
const classesInUse = ({ classes, cls, size }: EventTable): readonly EventClass[] => {
  const isUsed = new Uint8Array(classes.length)
  for (let row = 0, unseen = classes.length; row < size && unseen > 0; row += 1) {
    const id = cls.get(row)
    if (isUsed[id] !== 0) continue
    isUsed[id] = 1
    unseen -= 1
  }
  return classes.filter((_, id) => isUsed[id] === 1)
}

/** What each format of this log carries, as seen in its events; sorted by format. */
export const measureCoverage = (table: EventTable): FormatCoverage[] => {
  const found = new Map<string, Set<NeededField>>()
  for (const entry of classesInUse(table)) {
    const fields = found.get(entry.format) ?? new Set<NeededField>()
    for (const field of classFields(entry)) fields.add(field)
    found.set(entry.format, fields)
  }
  for (const [field, isPresent] of rowFields(table)) {
    const missing = new Set(found.keys())
    for (let row = 0; row < table.size && missing.size > 0; row += 1) {
      const format = table.classes[table.cls.get(row)]?.format ?? ''
      if (!missing.has(format) || !isPresent(row)) continue
      missing.delete(format)
      found.get(format)?.add(field)
    }
  }
  return [...found]
    .map(([format, fields]) => ({ format, carries: (field: NeededField) => fields.has(field) }))
    .sort((left, right) => (left.format < right.format ? -1 : 1))
}

/** Formats that lack what the rule needs. It runs if at least one format is not among them. */
export const skippedFormats = (rule: Rule, formats: readonly FormatCoverage[]): SkippedRule[] =>
  formats.flatMap(({ format, carries }) => {
    const missing = rule.needs.filter((field) => !carries(field))
    return missing.length === 0 ? [] : [{ rule: rule.id, format, why: missing.join('+') }]
  })
