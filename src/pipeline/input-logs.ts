import type { InputRead } from './read-inputs.ts'

/** Counts over some inputs. */
export interface LogCounts {
  readonly records: number
  readonly rejected: number
  readonly events: number
}

/** The inputs of a run as the logs that they are parts of. */
export interface InputLogs {
  readonly all: LogCounts
  readonly of: (input: InputRead) => LogCounts
}

/** The format that most of an input's records are of; undefined when no record is of a known one. */
export const mainFormat = ({ counts }: InputRead): string | undefined =>
  [...counts.formats].toSorted((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))[0]?.[0]

const sum = (inputs: readonly InputRead[]): LogCounts => ({
  records: inputs.reduce((total, { counts }) => total + counts.records, 0),
  rejected: inputs.reduce((total, { counts }) => total + counts.rejected, 0),
  events: inputs.reduce((total, { counts }) => total + counts.events, 0),
})

const group = (inputs: readonly InputRead[]): InputLogs => {
  const logs = new Map([...Map.groupBy(inputs, mainFormat)].map(([format, log]) => [format, sum(log)]))
  return {
    all: sum(inputs),
    of: (input) => {
      const format = mainFormat(input)
      return (format === undefined ? undefined : logs.get(format)) ?? input.counts
    },
  }
}

const known = new WeakMap<readonly InputRead[], InputLogs>()

/**
 * Inputs of one main format are judged together: a log split into files is as good or bad as it was in one. Worked out once for
 * a list of inputs that is complete: there may be a hundred thousand of them, and each is asked about several times.
 */
export const logsOf = (inputs: readonly InputRead[]): InputLogs => {
  const logs = known.get(inputs) ?? group(inputs)
  known.set(inputs, logs)
  return logs
}
