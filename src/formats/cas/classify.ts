import type { Classified } from '../define-format.ts'
import { actions, factors, others } from './codes.ts'

type Value = string | undefined

const lookUp = <Row>(table: Readonly<Record<string, Row>>, key: Value): Row | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined

type Meaning = (typeof actions)[keyof typeof actions]

const withFactor = (meaning: Meaning, mfaMethod: string): Classified =>
  meaning.action === 'login' && meaning.outcome === 'failure'
    ? { ...meaning, action: 'mfa', reason: 'mfa-failed', mfaMethod }
    : { ...meaning, action: 'mfa', mfaMethod }

/** The kind of line, the audited action, and the kind of credential that was supplied. */
export const classify = (pattern: Value, action: Value, credential: Value): Classified => {
  if (pattern === 'blockAction') return { reject: 'ambiguous-value', detail: 'audit record over several lines' }
  if (pattern === 'block') return { ignore: 'part-of-record' }
  if (pattern === 'doubtful') return { reject: 'ambiguous-value', detail: 'a separator inside a value' }
  return classifyAction(action, credential)
}

/** The audited action, and the kind of credential that was supplied. */
export const classifyAction = (action: Value, credential: Value): Classified => {
  const meaning = lookUp<Meaning>(actions, action)
  if (meaning === undefined) {
    const why = lookUp<string>(others, action)
    return why === undefined ? { reject: 'unknown-code', detail: (action ?? 'no action').slice(0, 60) } : { ignore: why }
  }
  const factor = meaning.action === 'login' ? lookUp<string>(factors, credential) : undefined
  return { ...(factor === undefined ? meaning : withFactor(meaning, factor)), code: action ?? '' }
}
