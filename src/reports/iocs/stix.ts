import { createHash } from 'node:crypto'
import { safeJson } from '../../kernel/safe-text.ts'
import type { CaseCampaign, CaseDocument } from '../../model/case.ts'
import type { Indicator } from './indicator.ts'
import { indicatorsOf } from './indicators.ts'

/** Namespace of our ids (RFC 9562, version 5): the same indicator of the same case keeps its id over runs. */
const NAMESPACE = Buffer.from('6b1f5c0e9d3a4c59a7e2f04b8c61d2e3', 'hex')

const uuid = (name: string): string => {
  const digest = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16)
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = digest.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const TECHNIQUES: Readonly<Record<CaseCampaign['method'], readonly [id: string, name: string]>> = {
  stuffing: ['T1110.004', 'Credential Stuffing'],
  spray: ['T1110.003', 'Password Spraying'],
  guessing: ['T1110.001', 'Password Guessing'],
  'low-and-slow': ['T1110', 'Brute Force'],
  distributed: ['T1110', 'Brute Force'],
  enumeration: ['T1087', 'Account Discovery'],
  mixed: ['T1110', 'Brute Force'],
}

type StixObject = Readonly<Record<string, unknown>> & { readonly id: string }

/** An object keeps its id over runs, so `created` must stay as well (STIX 2.1, 3.6): it hangs on what the id hangs on. */
const common = (type: string, name: string, created: string, modified: string) => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid(`${type} ${name}`)}`,
  created,
  modified,
})
/** What an id names by the technique alone: it says the same in every case. */
const ALWAYS = '2026-01-01T00:00:00.000Z'

/** STIX times have at most milliseconds here: the document may carry micros. */
const stixTime = (iso: string): string => new Date(iso).toISOString()

/** Keys have no object in STIX 2.1, and of programs the case has the name, not the header that they send. */
type Observed = Indicator & { readonly type: 'ipv4' | 'ipv6' | 'ipv6-net' }
const isObserved = ({ type }: Indicator): boolean => type !== 'ssh-key' && type !== 'program'

/** An address lies in a network, it does not equal one. */
const COMPARED: Readonly<Record<Observed['type'], string>> = {
  ipv4: 'ipv4-addr:value =',
  ipv6: 'ipv6-addr:value =',
  'ipv6-net': 'ipv6-addr:value ISSUBSET',
}
const patternOf = ({ type, value }: Observed): string => `[${COMPARED[type]} '${value}']`

const WHAT: Readonly<Record<Indicator['role'], string>> = {
  attack: 'Login attack source',
  entry: 'Where or with what somebody came in who tried nothing',
}
/** The middle of each band of STIX 2.1, appendix A. */
const CONFIDENCE: Readonly<Record<Indicator['confidence'], number>> = { low: 15, medium: 50, high: 85 }

const attackPattern = (method: CaseCampaign['method']): StixObject => {
  const [id, name] = TECHNIQUES[method]
  return { ...common('attack-pattern', id, ALWAYS, ALWAYS), name, external_references: [{ source_name: 'mitre-attack', external_id: id }] }
}

const ofIndicator = (indicator: Observed, at: string): StixObject[] => {
  const { value, first, last, campaigns, accounts, shared, role, confidence } = indicator
  const own: StixObject = {
    ...common('indicator', `${value} ${first}`, stixTime(first), at),
    name: value,
    description: `${WHAT[role]}; accounts entered: ${accounts.length}${shared === true ? '; shared line, a block hits its other users' : ''}`,
    indicator_types: ['malicious-activity'],
    pattern: patternOf(indicator),
    pattern_type: 'stix',
    valid_from: stixTime(first),
    confidence: CONFIDENCE[confidence],
    labels: [
      ...new Set([
        ...campaigns.map(({ method }) => method),
        ...(role === 'entry' ? [role] : []),
        ...(shared === true ? ['shared-line'] : []),
      ]),
    ],
  }
  const patterns = [...new Set(campaigns.map(({ method }) => TECHNIQUES[method][0]))]
  return [
    own,
    ...patterns.map((id) => ({
      ...common('relationship', `${own.id} indicates ${id}`, stixTime(first), at),
      relationship_type: 'indicates',
      source_ref: own.id,
      target_ref: `attack-pattern--${uuid(`attack-pattern ${id}`)}`,
      start_time: stixTime(first),
      // Later than the start (STIX 2.1, 5.1), which two moments of one millisecond are not.
      ...(stixTime(last) > stixTime(first) ? { stop_time: stixTime(last) } : {}),
    })),
  ]
}

/** A STIX 2.1 bundle: one indicator per attack source, each pointing to the ATT&CK technique of its campaign. */
export function* stixBundle(document: CaseDocument): Iterable<string> {
  const indicators = indicatorsOf(document).filter((indicator): indicator is Observed => isObserved(indicator))
  const at = stixTime(document.summary.last ?? document.run.now)
  const patterns = new Map(
    indicators.flatMap(({ campaigns }) => campaigns).map(({ method }) => [TECHNIQUES[method][0], attackPattern(method)]),
  )
  const objects = [...patterns.values(), ...indicators.flatMap((indicator) => ofIndicator(indicator, at))]
  // A bundle without objects has no such member: an empty list is not allowed.
  const id = `bundle--${uuid(`bundle ${at} ${objects.map((object) => object.id).join(' ')}`)}`
  if (objects.length === 0) {
    yield `${safeJson({ type: 'bundle', id })}\n`
    return
  }
  yield `{"type":"bundle","id":${safeJson(id)},"objects":[\n`
  for (const [index, object] of objects.entries()) yield `${safeJson(object)}${index === objects.length - 1 ? '\n' : ',\n'}`
  yield ']}\n'
}
