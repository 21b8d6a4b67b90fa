import type { ProjectedRecord } from '../input/projected.ts'
import { noPicks } from '../input/record-batch.ts'
import { textReaders } from './record-kinds.ts'
import { plainField } from './plain-field.ts'
import { fill, NO_CONTEXT, type FillRows, type Wiring } from './row-wiring.ts'

/** Tenant with its scope, client, device and agent: texts that repeat, by their keys. */
export const fillTexts = (wiring: Wiring): FillRows => {
  const { compiled, fields, asks, log, memo, values, rows, projection } = wiring
  const { format, shape } = compiled
  const { keys, dictionaries } = log
  const texts = textReaders(fields)
  const others = noPicks()
  const fillField = (field: 'client' | 'device' | 'userAgent'): FillRows => {
    const read = texts[field]
    if (read === undefined) return (_batch, picks) => fill(rows[field], picks, -1)
    const dictionary = dictionaries[`${field}s`]
    const plain = plainField(shape.kind, shape.fields[field], projection)
    const question = {
      number: asks[field],
      contexts: NO_CONTEXT,
      decide: (record: ProjectedRecord) => dictionary.intern(read(record, undefined)),
    }
    if (plain === undefined) return (batch, picks) => memo.ask(batch, picks, question, rows[field])
    const plainQuestion = { ...question, field: plain, none: -1, keyOf: (text: string) => dictionary.intern(text) }
    return (batch, picks) => {
      others.count = 0
      values.ask(batch, picks, plainQuestion, rows[field], others)
      memo.ask(batch, others, question, rows[field])
    }
  }
  const fillers = (['client', 'device', 'userAgent'] as const).map(fillField)
  const tenants: { readonly tenant: number; readonly scope: number }[] = []
  const question = {
    number: asks.tenant,
    contexts: NO_CONTEXT,
    decide: (record: ProjectedRecord) => {
      const named = texts.tenant?.(record, undefined)
      const tenant = dictionaries.tenants.intern(named)
      const known = tenants.findIndex((each) => each.tenant === tenant)
      return known >= 0 ? known : tenants.push({ tenant, scope: keys.scope(format.provider, named) }) - 1
    },
  }
  return (batch, picks) => {
    memo.ask(batch, picks, question, rows.tenant)
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const { tenant, scope } = tenants[rows.tenant[at] as number] as (typeof tenants)[number]
      rows.tenant[at] = tenant
      rows.scope[at] = scope
    }
    for (const fillOne of fillers) fillOne(batch, picks)
  }
}
