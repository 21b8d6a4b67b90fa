import { moment } from '../../i18n/describe/moment.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import { countryName, wordOf } from '../../i18n/words.ts'
import type { CaseConnection } from '../../model/case-connection.ts'
import type { Handling } from '../../model/case-folder.ts'
import type { CaseDocument, CaseSource } from '../../model/case.ts'
import { connectionsOf, sourcesOf, type SourceOfCase } from './connections.ts'
import type { TemplateValues } from './template-values.ts'

/** Rows that fit on a sheet; all of them are in the lists. */
const MOST_ROWS = 50

/** Networks behind which there is no subscriber to ask for. */
const TOLD_KINDS: Readonly<Record<string, 'document.relay' | 'document.hosting'>> = { relay: 'document.relay', hosting: 'document.hosting' }

const kindOf = ({ network }: CaseSource, options: SayOptions): string => {
  const told = TOLD_KINDS[network?.kind ?? '']
  return told === undefined ? '' : say(told, {}, options)
}

const sourceView = (source: SourceOfCase, options: SayOptions): object => ({
  ip: source.source,
  country: source.country === null ? say('document.investigating', {}, options) : countryName(source.country, options.lang),
  network: source.network?.org ?? say('document.investigating', {}, options),
  attempts: say('amount.times', { value: source.attempts }, options),
  first: moment(source.first, options.zone),
  last: moment(source.last, options.zone),
  note: [
    kindOf(source, options),
    source.proxy ? say('document.proxy', {}, options) : '',
    source.shared ? say('document.shared', {}, options) : '',
    source.isOwnLine ? say('document.own-line', {}, options) : '',
    source.hits.length > 0 ? say('document.hits', { count: source.hits.length }, options) : '',
  ]
    .filter((part) => part !== '')
    .join(options.lang === 'ja' ? '、' : ', '),
})

const more = (count: number, options: SayOptions): string =>
  count > MOST_ROWS ? say('document.more', { count: count - MOST_ROWS }, options) : ''

const connectionView = ({ time, ip, port, account, action, outcome }: CaseConnection, options: SayOptions): object => ({
  time: moment(time, options.zone),
  ip,
  port: port === null ? say('document.investigating', {}, options) : `${port}`,
  account,
  action: wordOf('action', action, options.lang),
  outcome: wordOf('outcome', outcome, options.lang),
})

/** What the case stands on: addresses, their logins, and the logs as they were taken. */
export const evidenceFacts = (document: CaseDocument, handling: Handling, options: SayOptions): TemplateValues => {
  const investigating = say('document.investigating', {}, options)
  const sources = sourcesOf(document)
  const connections = connectionsOf(document)
  return {
    clockOffset: handling.clockOffset ?? investigating,
    collector: handling.collector ?? investigating,
    collectionMethod: handling.method ?? investigating,
    sources: sources.slice(0, MOST_ROWS).map((source) => sourceView(source, options)),
    moreSources: more(sources.length, options),
    connections: connections.slice(0, MOST_ROWS).map((connection) => connectionView(connection, options)),
    moreConnections: more(connections.length, options),
    inputs: document.run.inputs.map(({ path, sha256 }) => ({ path, sha256: sha256 ?? investigating })),
  }
}
