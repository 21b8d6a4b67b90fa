import type { RejectReason } from '../../model/record.ts'

type Text = { readonly en: string; readonly ja: string }

/** Why a record could not be read; complete by type. */
export const rejectMessages = {
  'reject.bad-json': { en: 'not valid JSON', ja: 'JSONとして読めない' },
  'reject.truncated': { en: 'cut off inside the record', ja: 'レコードの途中で切れている' },
  'reject.too-long': { en: 'longer than the record limit', ja: 'レコードが上限より長い' },
  'reject.bad-csv': { en: 'not valid CSV', ja: 'CSVとして読めない' },
  'reject.no-time': { en: 'no time', ja: '時刻がない' },
  'reject.bad-time': { en: 'not a time', ja: '時刻として読めない' },
  'reject.unknown-format': { en: 'no known log format', ja: '対応するログ形式がない' },
  'reject.unknown-code': { en: 'unknown event code', ja: '未知のイベントコード' },
  'reject.no-subject': { en: 'names no account', ja: '対象アカウントの記載がない' },
  'reject.ambiguous-value': { en: 'value has more than one reading', ja: '値の解釈が一つに定まらない' },
  'reject.charset': { en: 'character set not recognised', ja: '文字コードを判別できない' },
} as const satisfies Readonly<Record<`reject.${RejectReason}`, Text>>
