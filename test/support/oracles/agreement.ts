import { corpusFormat } from '../corpus-formats.ts'
import { crowdsecOracles } from './crowdsec.ts'
import { elasticOracles } from './elastic.ts'
import { loghubOracles } from './loghub.ts'
import { ocsfOracles } from './ocsf.ts'
import { eventsOf, type ReadEvent } from './read-events.ts'
import { agreementOf, type ComparedField, type Oracle, type OracleRecord } from './told.ts'

/** One field of one record that another tool reads as well. */
export interface Comparison {
  readonly format: string
  readonly tool: Oracle['tool']
  readonly file: string
  readonly record: number
  readonly field: ComparedField
  readonly agrees: boolean
}

/** How much an event looks like what was told: nothing where what tells one from another differs. */
const likeness = ({ draft }: ReadEvent, { told, match, isLogin }: OracleRecord): number => {
  const agreement = agreementOf(draft, told)
  const telling: readonly ComparedField[] = isLogin ? ['ip', 'time'] : ['ip', 'time', 'userAgent']
  const isOther = match.by === 'likeness' && telling.some((field) => agreement.get(field) === false)
  return isOther ? 0 : [...agreement.values()].filter(Boolean).length
}

const mostAlike = (events: readonly ReadEvent[], record: OracleRecord): ReadEvent | undefined => {
  let best: ReadEvent | undefined
  let most = 0
  for (const event of events) {
    const agreeing = likeness(event, record)
    if (agreeing > most) [best, most] = [event, agreeing]
  }
  return best
}

/** Gives each record its event; `once` records take theirs out of the game. */
const createFinder = (events: readonly ReadEvent[]): ((record: OracleRecord) => ReadEvent | undefined) => {
  const taken = new Set<ReadEvent>()
  return (record) => {
    const { match } = record
    // Several events of one line: the one that agrees most.
    if (match.by === 'line')
      return mostAlike(
        events.filter(({ line }) => line === match.line),
        record,
      )
    const found = mostAlike(
      events.filter((event) => !taken.has(event)),
      record,
    )
    if (found !== undefined && match.once) taken.add(found)
    return found
  }
}

const compareOne = async (oracle: Oracle): Promise<readonly Comparison[]> => {
  const { tool, file, lines, records } = oracle
  const path = file.replace(/ \(\w+\)$/, '')
  const format = corpusFormat(path)
  // A log of a system that we do not read.
  if (format === undefined) return []
  const find = createFinder(await eventsOf(path, lines))
  return records.flatMap((record): readonly Comparison[] => {
    const event = find(record)
    const at = { tool, file, record: record.index }
    if (event === undefined) return record.isLogin ? [{ ...at, format, field: 'event', agrees: false }] : []
    return [...agreementOf(event.draft, record.told)].map(([field, agrees]) => ({ ...at, format: event.format, field, agrees }))
  })
}

/** Every field that both we and another tool read out of a log of the corpus. */
export const compareWithOracles = async (): Promise<readonly Comparison[]> => {
  const comparisons: Comparison[] = []
  for (const oracle of [...elasticOracles(), ...ocsfOracles(), ...crowdsecOracles(), ...loghubOracles()])
    comparisons.push(...(await compareOne(oracle)))
  return comparisons
}
