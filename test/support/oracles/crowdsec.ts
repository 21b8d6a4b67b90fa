import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { corpusFiles } from '../corpus-rows.ts'
import { corpusPath, readCorpus } from '../corpus.ts'
import type { Match, Oracle, OracleRecord, Told } from './told.ts'

/** Everything asserted of one record, by the last name in the path (`source_ip`, `MarshaledTime`). */
type Asserted = Record<string, string>

const collect = (text: string, pattern: RegExp): ReadonlyMap<string, Asserted> => {
  const found = new Map<string, Asserted>()
  for (const [, record = '', key = '', cut = '', value = ''] of text.matchAll(pattern)) {
    const known = found.get(record) ?? {}
    // `[4:]` cuts off the year that a syslog line does not have.
    if (cut === '' || cut === '[4:]') known[key] = value.replaceAll('\\"', '"')
    found.set(record, known)
  }
  return found
}

const PARSED = /^results\["(s0\d-[^"]+"\]\["[^"]+"\]\[\d+)\]\.Evt\.(?:Meta|Enriched)\["(\w+)"\](\[\d*:\d*\])? == "(.*)"$/gm
const ALERTED = /^results\[(\d+\]\.Overflow\.Alert\.Events\[\d+)\]\.GetMeta\("(\w+)"\)(\[\d*:\d*\])? == "(.*)"$/gm

const isAbout = (kind: string, success: boolean): boolean => (success ? /success/ : /fail|invalid|bruteforce|^LOGIN_ERROR$/).test(kind)

const outcomeOf = ({ log_type: kind = '' }: Asserted): Told['outcome'] => {
  if (kind.startsWith('http_')) return undefined
  return isAbout(kind, true) ? 'success' : isAbout(kind, false) ? 'failure' : undefined
}

const present = (value: string | undefined): value is string => value !== undefined && value !== ''

const tell = (asserted: Asserted): Told => {
  const { source_ip: ip, http_user_agent: userAgent } = asserted
  const time = asserted['MarshaledTime'] ?? asserted['timestamp']
  const outcome = outcomeOf(asserted)
  return {
    ...(present(time) && { time }),
    ...(outcome !== undefined && { outcome }),
    names: ['user', 'target_user', 'username'].flatMap((key) => (present(asserted[key]) ? [asserted[key]] : [])),
    ...(present(ip) && { ip }),
    ...(present(userAgent) && userAgent !== '-' && { userAgent }),
  }
}

const recordsOf = (asserted: readonly Asserted[], match: Match): readonly OracleRecord[] =>
  asserted.map((one, index) => ({
    index,
    told: tell(one),
    match,
    // Lines of web servers are asserted whatever was asked for.
    isLogin: outcomeOf(one) !== undefined,
  }))

/** What its last stage knows of each line; the stage before knows no time. */
const parsedRecords = (text: string): readonly Asserted[] => {
  const all = [...collect(text, PARSED)]
  const dated = all.filter(([, { MarshaledTime: time }]) => present(time))
  const last = dated.length > 0 ? dated : all.filter(([stage]) => stage.startsWith('s01'))
  return last.map(([, asserted]) => asserted).filter(({ source_ip: ip, log_type: kind }) => present(ip) || present(kind))
}

const logBeside = (path: string): string | undefined =>
  readdirSync(corpusPath(dirname(path)))
    .filter((name) => name.endsWith('.log'))
    .map((name) => `${dirname(path)}/${name}`)[0]

const oracleOf = (path: string): Oracle | undefined => {
  const file = logBeside(path)
  if (file === undefined) return undefined
  const text = readCorpus(path)
  // An event may stand in several alerts; an alert keeps its first events.
  const records = path.endsWith('parser.assert')
    ? recordsOf(parsedRecords(text), { by: 'likeness', once: true })
    : recordsOf([...collect(text, ALERTED).values()], { by: 'likeness', once: false })
  const kind = path.endsWith('parser.assert') ? 'parser' : 'alerts'
  return records.length === 0 ? undefined : { tool: 'CrowdSec', file: `${file} (${kind})`, records }
}

/** CrowdSec's parser and scenario tests: a log, and what must be read out of it. */
export const crowdsecOracles = (): readonly Oracle[] =>
  corpusFiles()
    .filter((path) => path.endsWith('.assert'))
    .flatMap((path) => oracleOf(path) ?? [])
