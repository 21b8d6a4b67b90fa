import { existsSync } from 'node:fs'
import { corpusFiles } from '../corpus-rows.ts'
import { corpusPath, readCorpus } from '../corpus.ts'
import type { Oracle, OracleRecord, Told } from './told.ts'

/** The part of an ECS document that speaks of fields we have. */
interface EcsDocument {
  readonly '@timestamp'?: string
  readonly event?: { readonly outcome?: string; readonly category?: readonly string[]; readonly original?: string }
  readonly user?: Readonly<Record<string, unknown>>
  readonly source?: { readonly ip?: string; readonly user?: Readonly<Record<string, unknown>> }
  readonly user_agent?: { readonly original?: string }
}

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** Ids, names and addresses of a person, and of the person that was acted on. */
const namesOf = (user: Readonly<Record<string, unknown>> | undefined): readonly string[] =>
  user === undefined
    ? []
    : [
        ...['id', 'name', 'email', 'full_name'].flatMap((key) => texts(user[key])).filter((name) => name !== '-'),
        ...['target', 'changes', 'effective'].flatMap((key) => namesOf(user[key] as typeof user | undefined)),
      ]

const LOGIN_CATEGORIES: ReadonlySet<string> = new Set(['authentication', 'iam'])

const tell = ({ '@timestamp': time, event, user, source, user_agent: agent }: EcsDocument): Told => ({
  ...(time !== undefined && { time }),
  ...((event?.outcome === 'success' || event?.outcome === 'failure') && { outcome: event.outcome }),
  names: [...namesOf(user), ...namesOf(source?.user)],
  ...(source?.ip !== undefined && { ip: source.ip }),
  ...(agent?.original !== undefined && { userAgent: agent.original }),
})

const isLogin = ({ event }: EcsDocument): boolean => (event?.category ?? []).some((category) => LOGIN_CATEGORIES.has(category))

const recordsOf = (documents: readonly (EcsDocument | null)[], lineOf: (document: EcsDocument, index: number) => number): OracleRecord[] =>
  documents.flatMap((document, index) =>
    document === null
      ? []
      : [{ index, told: tell(document), match: { by: 'line', line: lineOf(document, index) } as const, isLogin: isLogin(document) }],
  )

const SUFFIX = '-expected.json'

const oracleOf = (answer: string): Oracle => {
  const file = answer.slice(0, -SUFFIX.length)
  const documents = (JSON.parse(readCorpus(answer)) as { readonly expected: readonly (EcsDocument | null)[] }).expected
  if (file.endsWith('.json')) {
    const { events } = JSON.parse(readCorpus(file)) as { readonly events: readonly object[] }
    return {
      tool: 'Elastic',
      file,
      lines: events.map((event) => JSON.stringify('json' in event ? event.json : event)),
      records: recordsOf(documents, (_, index) => index + 1),
    }
  }
  const lines = readCorpus(file).split('\n')
  // Answers about text leave out lines that were dropped, and then keep the line itself.
  const lineOf = ({ event }: EcsDocument, index: number): number =>
    event?.original === undefined ? index + 1 : lines.indexOf(event.original) + 1
  return { tool: 'Elastic', file, records: recordsOf(documents, lineOf) }
}

/** Elastic's test pipelines: `x` and what is expected of it in `x-expected.json`. */
export const elasticOracles = (): readonly Oracle[] =>
  corpusFiles()
    .filter((path) => path.endsWith(SUFFIX) && existsSync(corpusPath(path.slice(0, -SUFFIX.length))))
    .map(oracleOf)
