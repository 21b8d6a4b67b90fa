import type { ProjectedRecord } from '../input/projected.ts'
import { MOST_IN_BATCH, noPicks, type Picks } from '../input/record-batch.ts'
import { plainField } from './plain-field.ts'
import { createGuard } from './row-guards.ts'
import { fill, split, type FillRows, type Wiring } from './row-wiring.ts'
import { keepsNames } from './store-keys.ts'

/** Whose events they are; kinds and scopes must stand in the rows. */
export const fillSubjects = (wiring: Wiring): FillRows => {
  const { compiled, fields, kinds, kind, asks, log, memo, values, rows, projection } = wiring
  const { format, shape } = compiled
  const { keys, dictionaries } = log
  const hasActors = [shape.fields, ...Object.values(shape.subjects ?? {})].some(({ actor }) => actor !== undefined)
  const subjects = ['', ...Object.keys(shape.subjects ?? {})]
  const kindAt = (at: number) => kinds.get(kind[at] as number)
  const readersAt = (at: number) => fields.subject(kindAt(at).subject)
  const contexts = new Int32Array(MOST_IN_BATCH)
  const isKeptAt = (at: number): boolean => {
    const { isSuccess, accountKnown } = kindAt(at)
    return keepsNames((rows.account[at] as number) >= 0 || isSuccess, accountKnown, format)
  }
  /** By kind: whose it is. */
  const whoseOf: number[] = []
  const whoseAt = (at: number): number => (whoseOf[kind[at] as number] ??= Math.max(0, subjects.indexOf(kindAt(at).subject ?? '')))
  const isOwn = (at: number): boolean => whoseAt(at) === 0
  const [own, others] = [noPicks(), noPicks()]
  const account = {
    number: asks.account,
    contexts,
    none: -1,
    keyOf: (text: string, at: number) => keys.account(text, rows.scope[at] as number, true),
    decide: (record: ProjectedRecord, at: number) => keys.account(readersAt(at).account(record, undefined), rows.scope[at] as number, true),
  }
  const name = {
    number: asks.name,
    contexts,
    none: -1,
    keyOf: (text: string, at: number) => keys.name(text, format, isKeptAt(at), true),
    decide: (record: ProjectedRecord, at: number) => keys.name(readersAt(at).username(record, undefined), format, isKeptAt(at), true),
  }
  const actor = {
    number: asks.actor,
    contexts,
    decide: (record: ProjectedRecord, at: number) => dictionaries.actors.intern(readersAt(at).actor(record, undefined)),
  }
  const setContexts = ({ rows: picked, count }: Picks, contextAt: (at: number) => number): void => {
    for (let index = 0; index < count; index += 1) contexts[picked[index] as number] = contextAt(picked[index] as number)
  }
  const scoped = (at: number): number => (rows.scope[at] as number) * subjects.length + whoseAt(at)
  const kept = (at: number): number => whoseAt(at) * 2 + (isKeptAt(at) ? 1 : 0)
  const asker = (field: 'account' | 'username', question: typeof account, answers: Int32Array): FillRows => {
    const plain = plainField(shape.kind, shape.fields[field], projection)
    if (plain === undefined) return (batch, picks) => memo.ask(batch, picks, question, answers)
    const guard = createGuard(memo, asks[field === 'account' ? 'account-guard' : 'name-guard'], fields.guards[field])
    const plainQuestion = { ...question, field: plain }
    return (batch, picks) => {
      split(picks, isOwn, own, others)
      values.ask(batch, guard(batch, own, answers), plainQuestion, answers, others)
      memo.ask(batch, others, question, answers)
    }
  }
  const fillAccounts = asker('account', account, rows.account)
  const fillNames = asker('username', name, rows.name)
  return (batch, picks) => {
    setContexts(picks, scoped)
    fillAccounts(batch, picks)
    setContexts(picks, kept)
    fillNames(batch, picks)
    if (!hasActors) return fill(rows.actor, picks, -1)
    setContexts(picks, whoseAt)
    memo.ask(batch, picks, actor, rows.actor)
  }
}
