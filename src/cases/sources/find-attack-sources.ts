import type { Finding } from '../../model/finding.ts'
import type { AttackSource } from './attack-source.ts'
import { createDraft, describeSource, type SourceDraft, type Visits } from './describe-source.ts'
import { enteredBySource, findListLines, strayNamesBySource, type Lines } from './list-lines.ts'
import { findGuesses, isRetryLoop } from './guessed-accounts.ts'
import { findNamedAttempts } from './named-attempts.ts'
import { findStrayAttempts, type StrayContext } from './stray-attempts.ts'
import { findStrayPools } from './stray-pools.ts'
import { findUnansweredLines } from './unanswered-lines.ts'

type Drafts = Map<number, SourceDraft>

const draftOf = (drafts: Drafts, source: number): SourceDraft => {
  let known = drafts.get(source)
  if (known === undefined) drafts.set(source, (known = createDraft(source)))
  return known
}

const addTo = ({ rows, links }: SourceDraft, row: number, link: string): void => {
  rows.add(row)
  links.set(link, (links.get(link) ?? 0) + 1)
}

/** What came from the addresses at hand, by address, in time order. */
const visitsOf = (drafts: Drafts, { table, read }: StrayContext): ReadonlyMap<number, Visits> => {
  const isWanted = new Uint8Array(table.places.sources.size)
  const found = new Map<number, { readonly successes: number[]; readonly attempts: number[] }>()
  for (const source of drafts.keys()) {
    isWanted[source] = 1
    found.set(source, { successes: [], attempts: [] })
  }
  for (let row = 0; row < table.size; row += 1) {
    const source = read.source(row)
    if (source < 0 || isWanted[source] === 0) continue
    if (read.isSuccess(row)) found.get(source)?.successes.push(row)
    else if (read.isAttempt(row) || drafts.get(source)?.rows.has(row) === true) found.get(source)?.attempts.push(row)
  }
  return found
}

const NO_VISITS: Visits = { successes: [], attempts: [] }

export interface AttackSources {
  /** By source key. Proxies of the service itself are never among them. */
  readonly sources: ReadonlyMap<number, AttackSource>
  /** Names that failed for good, by source. */
  readonly strayNames: Uint32Array
}

/** Stands for a rule: that accounts were entered from there. */
const ENTERED = 'entered-from'

/** What failed at the addresses of intruders: no owner explains it. */
const addIntruders = (drafts: Drafts, from: ReadonlySet<number>, { table, read }: StrayContext): void => {
  if (from.size === 0) return
  for (let row = 0; row < table.size; row += 1) {
    const source = read.source(row)
    if (!from.has(source) || !read.isAttempt(row)) continue
    const draft = draftOf(drafts, source)
    draft.rules.add(ENTERED)
    addTo(draft, row, `intruder ${source}`)
  }
}

/**
 * All addresses that attacked.
 * @param intruders addresses from which accounts were entered, as judging these has shown
 */
export const findAttackSources = (findings: readonly Finding[], context: StrayContext, intruders: ReadonlySet<number>): AttackSources => {
  const { table, read } = context
  const strays = findStrayAttempts(context)
  const lines: Lines = { names: strayNamesBySource(strays, context), entered: enteredBySource(context) }
  const drafts: Drafts = new Map()
  for (const { finding, rows } of findNamedAttempts(findings, { ...context, strays })) {
    for (const row of rows) {
      const draft = draftOf(drafts, read.source(row))
      draft.findings.add(finding.id)
      draft.rules.add(finding.rule)
      addTo(draft, row, finding.id)
    }
  }
  addIntruders(drafts, intruders, context)
  for (const found of [findListLines(strays, lines, context), findUnansweredLines(lines, context)])
    for (const [source, rows] of found) {
      const draft = draftOf(drafts, source)
      draft.isList = true
      for (const row of rows) addTo(draft, row, `line ${source}`)
    }
  const pool = (link: string, rows: readonly number[]): void => {
    for (const row of rows) {
      const draft = draftOf(drafts, read.source(row))
      draft.pools.add(link)
      addTo(draft, row, link)
    }
  }
  const isOpen = (row: number): boolean => drafts.get(read.source(row))?.rows.has(row) !== true
  for (const { account, rows } of findGuesses(strays, context)) pool(`account ${account}`, rows.filter(isOpen))
  // On a line where more people get in than names fail, a single failure is somebody's own.
  const isBarren = (row: number): boolean => (lines.names[read.source(row)] as number) > (lines.entered[read.source(row)] as number)
  const open = [...strays.rows].filter((row) => isBarren(row) && isOpen(row) && !table.places.isProxy(read.source(row)))
  const bySubject = Map.groupBy(open, strays.subjectOf)
  const loops = new Set([...bySubject].filter(([, rows]) => isRetryLoop(rows, context)).map(([subject]) => subject))
  const singles = open.filter((row) => !loops.has(strays.subjectOf(row)))
  for (const { link, rows } of findStrayPools(strays, singles, lines, context)) pool(link, rows)
  for (const source of drafts.keys()) if (table.places.isProxy(source)) drafts.delete(source)
  const visits = visitsOf(drafts, context)
  const sources = [...drafts].map(([source, draft]) => [source, describeSource(draft, visits.get(source) ?? NO_VISITS, context)] as const)
  return { sources: new Map(sources), strayNames: lines.names }
}
