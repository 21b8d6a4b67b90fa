import type { Classifier, Format, Shape } from '../../formats/define-format.ts'
import { compileItemPath } from '../../formats/each-item.ts'
import { compileJsonPath } from '../../formats/path.ts'
import { compileFields } from '../../formats/shape-fields.ts'
import { ACTIONS, OUTCOMES, REASONS } from '../../model/vocabulary.ts'
import { answering, calling, complainOf, type Named } from './blame.ts'
import { isMap, mapWith, oneOf, text, truth, type Check } from './check.ts'

const ignored = mapWith({ ignore: text })
const rejected = mapWith({ reject: oneOf(['unknown-code', 'no-subject', 'ambiguous-value']) }, { detail: text })

/** What `classify` may answer: an action that is no word of the vocabulary would be an event that no rule ever sees. */
const checkAnswer = ({ subjects = {} }: Shape): Check => {
  const event = mapWith(
    { action: oneOf(ACTIONS), outcome: oneOf(OUTCOMES) },
    { reason: oneOf(REASONS), accountKnown: truth, mfaMethod: text, protocol: text, subject: oneOf(Object.keys(subjects)), code: text },
  )
  return (answer, at) => {
    if (isMap(answer) && 'ignore' in answer) return ignored(answer, at)
    if (isMap(answer) && 'reject' in answer) return rejected(answer, at)
    return event(answer, at)
  }
}

/** The same data, with functions that answer for what they throw. */
const guardedData = (named: Named, value: unknown): unknown => {
  if (typeof value === 'function') return answering(named, value as Parameters<typeof answering>[1])
  if (Array.isArray(value)) return value.map((item) => guardedData(named, item))
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, guardedData(named, item)]))
}

const guardedShape = (named: Named, own: Shape): Shape => {
  const shape = guardedData(named, own) as Shape
  const check = checkAnswer(own)
  const to: Classifier['to'] = (...values) => {
    const answer = shape.classify.to(...values)
    // Nothing is no missing key here: it is a wrong answer.
    const flaw = check(answer ?? null, 'classify')
    if (flaw !== undefined) throw complainOf(named, flaw)
    return answer
  }
  return { ...shape, classify: { ...shape.classify, to } }
}

const NO_LOG = { time: { zone: 'UTC', year: () => 2000 } }

/** A path that cannot be read is said before anything is read. Of tables and lines that shows with their first record. */
const checkPaths = (shape: Shape): void => {
  if (shape.kind === 'json') compileFields(shape, shape.each === undefined ? compileJsonPath : compileItemPath(shape.each), NO_LOG)
}

/** A format of a user's own, whose every answer is held against the vocabulary: built-in ones are by their types and tests. */
export const guardedFormat = (named: Named, format: Format): Format => {
  calling(named, () => format.shapes.forEach(checkPaths))
  const attempt = format.attempt === undefined ? {} : { attempt: guardedData(named, format.attempt) as NonNullable<Format['attempt']> }
  return { ...format, ...attempt, shapes: format.shapes.map((shape) => guardedShape(named, shape)) }
}
