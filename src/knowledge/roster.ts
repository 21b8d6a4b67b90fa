import { complain } from '../i18n/complaint.ts'
import { parseHours } from '../kernel/weekly-hours.ts'
import { isZone } from '../kernel/zone.ts'
import type { Person, PersonRole, WorkingTime } from '../model/knowledge.ts'
import { timeOf, valueOf, type ValueContext } from './entry-values.ts'
import { readEntries, type Entry, type EntryShape } from './read-entries.ts'

const OPTION = '--roster'

const SHAPE: EntryShape = {
  option: OPTION,
  columns: {
    account: [
      'id',
      'userid',
      'accountid',
      'username',
      'user',
      'login',
      'loginid',
      'アカウント',
      'ユーザーid',
      'ログインid',
      '社員番号',
      '職員番号',
      '社員コード',
      '従業員番号',
      '会員番号',
      '会員id',
    ],
    also: [
      'alias',
      'aliases',
      'names',
      'email',
      'emails',
      'mail',
      'emailaddress',
      'メール',
      'メールアドレス',
      '別名',
      'upn',
      'userprincipalname',
      'samaccountname',
      'windowsアカウント',
      'adアカウント',
    ],
    role: ['roles', 'kind', 'type', 'status', '区分', '種別', '役割', '在籍区分', '在籍状況'],
    departed: ['departedat', 'left', 'leavingdate', 'terminationdate', '退職日', '離任日', '契約終了日'],
    'last-used': ['lastlogin', 'lastlogon', 'lastused', '最終利用日', '最終ログイン'],
    hours: ['window', 'worktime', '勤務時間', '作業時間', '利用時間'],
    from: ['since', 'start', '開始日', '開始'],
    until: ['to', 'end', '終了日', '終了'],
    zone: ['timezone', 'tz', 'タイムゾーン'],
  },
  bare: 'account',
  list: 'people',
  beside: ['timezone', 'hours', 'holidays'],
}

const ROLE_WORDS: Readonly<Record<PersonRole, readonly string[]>> = {
  departed: ['departed', 'left', 'terminated', 'leaver', '退職', '退職者', '退職済', '退職済み', '退社', '離職', '離任'],
  dormant: ['dormant', 'inactive', 'unused', 'stale', '休眠', '休眠アカウント', '未使用'],
  privileged: ['privileged', 'admin', 'administrator', '特権', '特権id', '特権アカウント', '管理者', 'システム管理者'],
  service: ['service', 'system', 'bot', 'machine', 'サービス', 'サービスアカウント', 'システム', 'バッチ', '機械'],
  shared: ['shared', 'generic', '共有', '共有id', '共有アカウント', '共用', '共用id', '共通', '共通id'],
  supplier: ['supplier', 'vendor', 'contractor', 'partner', '委託', '委託先', '外部委託', '業務委託', '外注', '協力会社', '業者'],
}
/** Words of HR exports that say nothing special. */
const ORDINARY: ReadonlySet<string> = new Set([
  'employee',
  'staff',
  'active',
  'member',
  'person',
  '社員',
  '職員',
  '在籍',
  '在籍中',
  '在職',
  '在職中',
  '休職',
  '休職中',
  '出向',
  '正社員',
  '契約社員',
  '派遣',
  '派遣社員',
  '嘱託',
  'パート',
  'アルバイト',
  '役員',
  '一般',
])

const roleOf = (word: string, entry: Entry): readonly PersonRole[] => {
  const wanted = word.normalize('NFKC').toLowerCase()
  if (ORDINARY.has(wanted)) return []
  const found = (Object.keys(ROLE_WORDS) as PersonRole[]).find((role) => ROLE_WORDS[role].includes(wanted))
  if (found === undefined)
    throw complain('complaint.roster-role', { option: OPTION, at: entry.at, value: word, known: Object.keys(ROLE_WORDS).join(', ') })
  return [found]
}

const split = (texts: readonly string[], between: RegExp): readonly string[] =>
  texts
    .flatMap((text) => text.split(between))
    .map((text) => text.trim())
    .filter((text) => text !== '')

const checkedHours = (text: string | undefined, at: string): string | undefined => {
  if (text !== undefined && parseHours(text) === undefined) throw complain('complaint.roster-hours', { option: OPTION, at, value: text })
  return text
}

const checkedZone = (text: string | undefined, at: string): string | undefined => {
  if (text !== undefined && !isZone(text)) throw complain('complaint.zone', { option: `${OPTION}: ${at}`, value: text })
  return text
}

/** Not at `|`: ids of Auth0 are written `auth0|5f7c…`. */
const BETWEEN_NAMES = /[\s,;、，；]+/u

const personOf = (entry: Entry, work: WorkingTime, context: ValueContext): Person => {
  const texts = [...new Set([...(entry.values.get('account') ?? []), ...split(entry.values.get('also') ?? [], BETWEEN_NAMES)])]
  if (texts.length === 0) throw complain('complaint.roster-nobody', { option: OPTION, at: entry.at })
  const zone = checkedZone(valueOf(entry, 'zone'), entry.at) ?? work.zone
  const own = { ...context, zone }
  const departed = timeOf(entry, 'departed', own, true)
  const roles = split(entry.values.get('role') ?? [], /[\s,;|/、，；・／]+/u).flatMap((word) => roleOf(word, entry))
  return {
    at: entry.at,
    texts,
    roles: new Set([...roles, ...(departed === undefined ? [] : ['departed' as const])]),
    departed,
    lastUsed: timeOf(entry, 'last-used', own),
    from: timeOf(entry, 'from', own),
    until: timeOf(entry, 'until', own, true),
    work: { hours: checkedHours(valueOf(entry, 'hours'), entry.at) ?? work.hours, zone, holidays: work.holidays },
  }
}

const holidaysOf = (texts: readonly string[], path: string): ReadonlySet<string> => {
  const bad = texts.find((text) => !/^\d{4}-\d{2}-\d{2}$/.test(text))
  if (bad !== undefined) throw complain('complaint.list-time', { option: OPTION, at: path, key: 'holidays', value: bad })
  return new Set(texts)
}

/** `--roster`: people and accounts with what the organisation knows of them. Times without an offset and hours without a zone are in `zone`. */
export const parseRoster = (text: string, path: string, zone: string): readonly Person[] => {
  const { entries, beside } = readEntries(text, path, SHAPE)
  const work: WorkingTime = {
    hours: checkedHours(beside.get('hours')?.[0], path),
    zone: checkedZone(beside.get('timezone')?.[0], path) ?? zone,
    holidays: holidaysOf(beside.get('holidays') ?? [], path),
  }
  return entries.map((entry) => personOf(entry, work, { option: OPTION, zone }))
}
