import { parseDuration } from '../../kernel/duration.ts'
import { parseHours } from '../../kernel/weekly-hours.ts'
import type { Parameter, ParameterShape, Rule } from '../define-rule.ts'

export type ParameterValue = number | string | boolean
/** `--set rule.name=value`: texts from a command line or typed values from a configuration. */
export type ParameterOverrides = Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>

const toNumber = (value: ParameterValue): number => (typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value))
const within = (value: number, low: number, high: number): number | undefined => (value >= low && value <= high ? value : undefined)
const MOST = Number.MAX_SAFE_INTEGER

const READERS: Readonly<Record<Parameter['type'], (value: ParameterValue) => ParameterValue | undefined>> = {
  count: (value) => (Number.isInteger(toNumber(value)) ? within(toNumber(value), 0, MOST) : undefined),
  ratio: (value) => within(toNumber(value), 0, 1),
  number: (value) => within(toNumber(value), -MOST, MOST),
  duration: (value) => within(typeof value === 'string' ? parseDuration(value) : toNumber(value), 1, MOST),
  boolean: (value) => (typeof value === 'boolean' ? value : { true: true, false: false }[String(value)]),
  text: (value) => String(value),
  hours: (value) => (parseHours(String(value)) === undefined ? undefined : String(value)),
}

export interface ResolvedParameters {
  /** As the rule reads them: durations in ms. */
  readonly values: Readonly<Record<string, ParameterValue>>
  /** As a person writes them: durations as `10m`. For findings. */
  readonly shown: Readonly<Record<string, ParameterValue>>
  /** The longest duration among them: nothing older than that can matter to the rule. */
  readonly horizonMs: number
}

const shownValue = (type: Parameter['type'], given: ParameterValue, value: ParameterValue): ParameterValue => {
  if (type !== 'duration') return value
  return typeof given === 'string' ? given.trim() : `${Number(value)}ms`
}

const resolve = (
  shape: ParameterShape,
  given: Readonly<Record<string, ParameterValue>>,
  problem: (name: string, value: ParameterValue) => void,
): ResolvedParameters => {
  const values: Record<string, ParameterValue> = {}
  const shown: Record<string, ParameterValue> = {}
  let horizonMs = 0
  for (const [name, parameter] of Object.entries(shape)) {
    const written = Object.hasOwn(given, name) ? (given[name] ?? parameter.default) : parameter.default
    const value = READERS[parameter.type](written)
    if (value === undefined) problem(name, written)
    values[name] = value ?? parameter.default
    shown[name] = shownValue(parameter.type, written, values[name])
    if (parameter.type === 'duration') horizonMs = Math.max(horizonMs, Number(values[name]))
  }
  return { values, shown, horizonMs }
}

/** What is wrong with overrides, one sentence each; empty when nothing is. For the command line, before anything runs. */
export const checkOverrides = (rules: readonly Rule[], overrides: ParameterOverrides): string[] => {
  const problems: string[] = []
  for (const [id, given] of Object.entries(overrides)) {
    const rule = rules.find((candidate) => candidate.id === id)
    if (rule === undefined) {
      problems.push(`no rule ${id}`)
      continue
    }
    for (const name of Object.keys(given)) if (!Object.hasOwn(rule.parameters, name)) problems.push(`rule ${id} has no parameter ${name}`)
    resolve(rule.parameters, given, (name, value) => {
      problems.push(`${id}.${name}: ${JSON.stringify(value)} is no ${rule.parameters[name]?.type ?? 'value'}`)
    })
  }
  return problems
}

/** The rule's parameters in force. Throws a RangeError on a value that `checkOverrides` would have named. */
export const resolveParameters = (rule: Rule, overrides: ParameterOverrides): ResolvedParameters =>
  resolve(rule.parameters, Object.hasOwn(overrides, rule.id) ? (overrides[rule.id] ?? {}) : {}, (name, value) => {
    throw new RangeError(`${rule.id}.${name}: ${JSON.stringify(value)} is no ${rule.parameters[name]?.type ?? 'value'}`)
  })
