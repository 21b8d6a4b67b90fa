import { normaliseIp } from '../kernel/ip.ts'
import { NO_REFS, type DraftRefs, type RefField } from '../formats/draft-refs.ts'
import type { EventDraft } from '../model/event.ts'
import type { Dictionaries, StoredFormat } from './log-columns.ts'
import { createRefMemo, MET_AS, type RefMemo } from './ref-memo.ts'

/** Numbers of texts beside a draft, and what the store knows of them: one memo per input, since each counts from 0. */
export interface KnownTexts {
  readonly memo: RefMemo
  readonly refs: Readonly<DraftRefs>
}

export const NOTHING_KNOWN: KnownTexts = { memo: createRefMemo(), refs: NO_REFS }

export const FIELD_MET_AS = {
  account: MET_AS.account,
  username: MET_AS.name,
  ip: MET_AS.place,
  userAgent: MET_AS.userAgent,
  client: MET_AS.client,
} as const

/** `Bob` and `ｂｏｂ` are one person where the log system says so; sshd says they are not (ENGINE.md 3). */
export const normaliseName = (name: string, format: Pick<StoredFormat, 'names'>): string => {
  if (format.names === 'exact' || isPlainLower(name)) return name
  return /^[\x20-\x7e]*$/.test(name) ? name.toLowerCase() : name.normalize('NFKC').toLowerCase()
}

/** ASCII without capitals: what nearly all names are already. */
const isPlainLower = (name: string): boolean => {
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at)
    if (code > 126 || code < 32 || (code > 64 && code < 91)) return false
  }
  return true
}

/** The text of a field, also where the draft left it out because the store knows it. */
const textOf = (field: RefField, text: string | undefined, { refs }: KnownTexts): string | undefined =>
  text ?? (refs[field] >= 0 ? refs.textOf(refs[field]) : undefined)

/** Another alternative of the field may have won: only the number of this very text may stand for it. */
const refFor = (field: RefField, text: string, { refs }: KnownTexts): number =>
  refs[field] >= 0 && refs.textOf(refs[field]) === text ? refs[field] : -1

/** Names differ by how a format spells them: memo entries of one way must not serve another. */
const namesScope = ({ names }: StoredFormat): number => (names === 'exact' ? 1 : 0)

/** From what a draft says to the keys of the dictionaries. */
export const createDraftKeys = ({ ids, names, places, userAgents, clients }: Dictionaries) => {
  const account = (draft: EventDraft, scope: number, known: KnownTexts): number => {
    const ref = known.refs.account
    const met = draft.account === undefined && ref >= 0 ? known.memo.find(ref, MET_AS.account, scope) : -1
    if (met >= 0) return met
    const text = textOf('account', draft.account, known)
    if (text === undefined) return -1
    const key = ids.intern(scope, text)
    const own = refFor('account', text, known)
    if (own >= 0) known.memo.keep(own, MET_AS.account, scope, key)
    return key
  }
  const name = (draft: EventDraft, format: StoredFormat, hasAccount: boolean, known: KnownTexts): number => {
    const ref = known.refs.username
    const met = draft.username === undefined && ref >= 0 ? known.memo.find(ref, MET_AS.name, namesScope(format)) : -1
    if (met >= 0) return met
    const text = textOf('username', draft.username, known)
    if (text === undefined) return -1
    const key = names.intern(normaliseName(text, format))
    // A failed attempt on an unknown name may be a password typed into the wrong box: its text is not kept.
    const asserted = hasAccount || draft.outcome === 'success'
    if (!asserted && (format.names === undefined || draft.accountKnown === false)) return key
    names.keepText(key, text)
    const own = refFor('username', text, known)
    if (own >= 0) known.memo.keep(own, MET_AS.name, namesScope(format), key)
    return key
  }
  const place = (draft: EventDraft, known: KnownTexts): number => {
    const ref = known.refs.ip
    const isBare = draft.geo === undefined && draft.asn === undefined && draft.asnOrg === undefined
    const met = isBare && draft.ip === undefined && ref >= 0 ? known.memo.find(ref, MET_AS.place, 0) : -1
    if (met >= 0) return met
    const text = textOf('ip', draft.ip, known)
    if (draft.ip === undefined && text !== undefined) draft.ip = normaliseIp(text)?.ip
    const key = places.intern(draft)
    const own = isBare && draft.ip !== undefined ? refFor('ip', draft.ip, known) : -1
    if (own >= 0) known.memo.keep(own, MET_AS.place, 0, key)
    return key
  }
  const plain = (field: 'userAgent' | 'client', draft: EventDraft, known: KnownTexts): number => {
    const ref = known.refs[field]
    const met = draft[field] === undefined && ref >= 0 ? known.memo.find(ref, FIELD_MET_AS[field], 0) : -1
    if (met >= 0) return met
    const text = textOf(field, draft[field], known)
    const key = (field === 'client' ? clients : userAgents).intern(text)
    const own = text === undefined ? -1 : refFor(field, text, known)
    if (own >= 0) known.memo.keep(own, FIELD_MET_AS[field], 0, key)
    return key
  }
  return { account, name, place, plain }
}
