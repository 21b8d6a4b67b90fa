import type { CaseDocument } from '../../model/case.ts'
import type { CaseVictims } from '../../model/case-victims.ts'
import type { MessageData, MessageValue } from '../../model/finding.ts'
import { isAddress, type PseudonymKind, type Pseudonyms } from './pseudonyms.ts'

/** A sentence from its message, in the run's language. */
type Say = (messageId: string, data: MessageData) => string

/** Members of a document whose text names nobody: words of closed lists, times, versions, places, programs. */
const PLAIN = new Set(
  `schema version now format sha256 first last start end at time hour verdict kind class severity confidence rule messageId phase owner due
  state stateAt stateWhy residualFor waitingUntil outcome action actions code reason method id country countries agent agents networks org provider
  flags reversible scope ran zone zoneOut lang only skip parameters ignoredBy since firstAttempt firstTakeover lastAttempt firstSuspicious
  compromisedAt lastSuspicious network level laws harms awareAt awareBy permission link`.split(/\s+/),
)
/** Members that hold sentences. */
const SENTENCES = new Set(['text', 'why', 'userImpact', 'residualRisk', 'proof', 'note', 'detail'])
/** Data of messages that names nobody. */
const PLAIN_DATA = new Set(
  `network networks agent country countries fromCountry toCountry fromAgent toAgent protocol format codes code client method rule why kind
  networkKind action actions outcome reason severity confidence charset ignored rating alert zone usualCountries usualCountry newCountry
  records startedBy`.split(/\s+/),
)
/** Kinds by the member that holds the text; accounts and names are one kind, so that an id that is a name stays one person. */
const KIND_OF: Readonly<Record<string, PseudonymKind>> = {
  sessions: 'session',
  session: 'session',
  record: 'record',
  findings: 'finding',
  campaigns: 'campaign',
  campaign: 'campaign',
  path: 'file',
  input: 'file',
  by: 'person',
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

interface Redactor {
  readonly text: (name: string, text: string) => string
  readonly data: (data: MessageData) => MessageData
  readonly value: (name: string, value: unknown) => unknown
}

const WORDS = /[^\s、。「」『』()（）'"`<>,;:]+(?::[^\s、。「」()'"`<>,;]+)*/g

const createRedactor = (pseudonyms: Pseudonyms, originals: ReadonlySet<string>): Redactor => {
  const replace = (name: string, text: string): string =>
    isAddress(text) ? pseudonyms.address(text) : pseudonyms.of(KIND_OF[name] ?? 'id', text)
  /** Sentences are made of ours and of what was filled in: whatever is an account, a name or an address of this case is replaced. */
  const scrub = (sentence: string): string =>
    sentence.replace(WORDS, (word) => (originals.has(word) || isAddress(word) ? replace('', word) : word))
  const text = (name: string, value: string): string => {
    if (value === '' || PLAIN.has(name)) return value
    return SENTENCES.has(name) ? scrub(value) : replace(name, value)
  }
  const datum = (name: string, value: MessageValue): MessageValue => {
    if (PLAIN_DATA.has(name)) return value
    if (typeof value === 'string') return value === '' ? value : replace(name, value)
    return Array.isArray(value) ? value.map((item: string) => replace(name, item)) : value
  }
  const data = (all: MessageData): MessageData => Object.fromEntries(Object.entries(all).map(([name, value]) => [name, datum(name, value)]))
  const value = (name: string, inner: unknown): unknown => {
    if (typeof inner === 'string') return text(name, inner)
    if (Array.isArray(inner)) return inner.map((item: unknown) => value(name, item))
    if (!isRecord(inner)) return inner
    return Object.fromEntries(
      Object.entries(inner).map(([member, of]) => [
        member,
        member === 'data' && isRecord(of) ? data(of as MessageData) : value(member, of),
      ]),
    )
  }
  return { text, data, value }
}

/** Every text of the case that names somebody, long ones too: what must not be found in the redacted document. */
export const originalsOf = ({ accounts, sessions, sources = [], summary, campaigns, findings }: CaseDocument): ReadonlySet<string> =>
  new Set(
    [
      ...accounts.flatMap(({ account, names, alsoKnownAs = [], usual }) => [
        account,
        ...names,
        ...alsoKnownAs.map((other) => other.account),
        ...usual.sources,
      ]),
      ...sessions.flatMap(({ account, ips }) => [account ?? '', ...ips]),
      ...sources.flatMap(({ source, tried, hits, others }) => [source, ...tried, ...hits, ...others]),
      ...(summary.victims?.missing ?? []).map(({ account }) => account),
      ...campaigns.flatMap((campaign) => [...campaign.sources, ...campaign.compromised, ...(campaign.neighbours ?? [])]),
      ...findings.flatMap(({ account, source }) => [account ?? '', source ?? '']),
    ].filter((text) => text !== ''),
  )

/** What is no account, address or device of somebody: kinds of common ground that may be said. */
const COMMON = new Set(['minute', 'network', 'client', 'agent'])

const redactVictims = (before: CaseVictims | null, after: CaseVictims | null): CaseVictims | null =>
  before === null || after === null
    ? null
    : {
        ...after,
        shared: after.shared.map((common, index) => ({
          ...common,
          value: COMMON.has(common.kind) ? (before.shared[index]?.value ?? common.value) : common.value,
        })),
      }

const withoutCommands = <Step extends { readonly commands: readonly unknown[] }>(steps: readonly Step[]): readonly Step[] =>
  steps.map((step) => ({ ...step, commands: [] }))

/**
 * The document with keyed pseudonyms for accounts, names, addresses, sessions, records and files, and without commands. Whatever is not
 * known to name nobody is replaced, so that a member added later is safe before anybody thinks of it. Sentences are told again from
 * their replaced data.
 */
export const redactDocument = (document: CaseDocument, pseudonyms: Pseudonyms, say: Say): CaseDocument => {
  const redact = createRedactor(pseudonyms, originalsOf(document))
  const all = <Value>(name: string, value: Value): Value => redact.value(name, value) as Value
  const retold = <Told extends { readonly messageId: string; readonly data: MessageData; readonly text: string }>(told: Told): Told => ({
    ...told,
    text: say(told.messageId, told.data),
  })
  const { summary } = document
  return {
    ...document,
    run: all('run', document.run),
    summary: {
      ...all('summary', summary),
      victims: redactVictims(summary.victims, all('victims', summary.victims)),
      headline: { messageId: summary.headline.messageId, data: redact.data(summary.headline.data) },
      caveats: [
        { id: pseudonyms.masksAddresses ? 'redacted-masked' : 'redacted', data: {} },
        ...summary.caveats.map(({ id, data }) => ({ id, data: redact.data(data) })),
      ],
    },
    findings: document.findings.map((finding) => retold({ ...all('finding', finding), id: pseudonyms.of('finding', finding.id) })),
    sessions: document.sessions.map((session) => ({ ...all('session', session), id: pseudonyms.of('session', session.id) })),
    campaigns: document.campaigns.map((campaign) => ({ ...all('campaign', campaign), id: pseudonyms.of('campaign', campaign.id) })),
    accounts: document.accounts.map((account) => {
      const told = all('account', account)
      return {
        ...told,
        decision: { ...told.decision, why: null },
        reasons: told.reasons.map(retold),
        checklist: withoutCommands(told.checklist),
      }
    }),
    steps: withoutCommands(all('steps', document.steps)),
    ...(document.sources === undefined ? {} : { sources: all('sources', document.sources) }),
  }
}
