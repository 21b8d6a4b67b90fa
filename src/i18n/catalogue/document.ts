import type { Messages } from '../../model/finding.ts'

/** Facts in the drafts of `06_documents/`. */
export const documentMessages = {
  'unmask.unknown': { en: '(no such pseudonym in this case)', ja: '(この事案にない仮名)' },
  'document.investigating': { en: 'under investigation', ja: '確認中' },
  'document.period-public': { en: '{span} ({zone})', ja: '{span}({zone})' },
  'document.cause-list': {
    en: '{origin}. Where the ids and passwords came from is under investigation.',
    ja: '{origin}。ID・パスワードの入手経路は確認中です。',
  },
  'document.cause-others': {
    en: '{cause} {count:account was|accounts were} entered otherwise ({ways}); their causes are under investigation.',
    ja: '{cause}ほかに、異なる手口によるもの {count}アカウント({ways})があり、その原因は確認中です。',
  },
  'document.cause-public': {
    en: '{cause} Some accounts may have been entered in another way, which is under investigation.',
    ja: '{cause}一部のアカウントについては異なる手口の可能性があり、確認中です。',
  },
  'document.cause-unknown': { en: 'Under investigation', ja: '確認中' },
  'document.money-recorded': {
    en: 'Points used in {points:account|accounts}, orders in {orders:account|accounts}; the amount is under investigation (not in login logs)',
    ja: 'ポイント利用 {points}アカウント、注文 {orders}アカウント。金額は確認中です(ログイン記録には含まれません)',
  },
  'document.money-unknown': { en: 'Under investigation (not in login logs)', ja: '確認中(ログイン記録には含まれません)' },
  'document.aware': { en: '{at}, {department}', ja: '{at}、{department}' },
  'document.aware-missing': { en: 'not stated', ja: '未入力' },
  'document.deadlines-dated': {
    en: 'Preliminary report about {from} to {to}; final report by {final30} (30 days) or {final60} (60 days), whichever counsel fixes',
    ja: '速報の目安 {from}〜{to}、確報 {final30}(30日)または{final60}(60日)。いずれによるかは法務が判断',
  },
  'document.deadlines-undated': {
    en: 'Preliminary report promptly, about 3 to 5 days from coming to know; final report within 30 or 60 days. No dates: when it became known was not stated, and reading this may itself be that moment',
    ja: '速報は知った時点から速やかに(目安3〜5日以内)、確報は30日または60日以内。「知った日時」が未入力のため日付は計算していません(この報告書を読んだ時点が「知った時点」となる可能性があります)',
  },
  'document.range': { en: '{from} to {to}', ja: '{from}〜{to}' },
  'document.until': { en: 'until {at}', ja: '{at}まで' },
  'document.no-date': { en: 'not calculated (when it became known was not stated)', ja: '未計算(知った日時が未入力)' },
  'document.soft': { en: 'no fixed date', ja: '日付の定めなし' },
  'document.active-to-end': {
    en: 'possibly still going on (attempts up to the very end of the logs)',
    ja: '継続中の可能性があります(ログの末尾まで試行あり)',
  },
  'document.active': {
    en: 'possibly still going on ({seen})',
    ja: '継続中の可能性があります({seen})',
  },
  'document.active-public': { en: 'possibly still going on', ja: '継続中の可能性があります' },
  'document.stopped-unknown': { en: 'whether it has stopped is under investigation', ja: '停止したかどうかは、現在確認中です' },
  'document.not-active': {
    en: '{seen}, none after it on record; whether it has stopped is under investigation',
    ja: '{seen}、以後の記録はありません(停止したかどうかは確認中)',
  },
  'document.item': { en: '{label}: {value}', ja: '{label}: {value}' },
  'document.more': { en: '{count} more', ja: '{count}件' },
  'document.shared': { en: 'line that many members share', ja: '多数の会員が利用する共用回線' },
  'document.relay': { en: 'exit of a relay (VPN, Tor)', ja: '中継サービス(VPN・Torなど)の出口' },
  'document.hosting': { en: 'rented server', ja: 'サーバー事業者' },
  'document.proxy': { en: "the service's own proxy", ja: '自社サービスのプロキシ' },
  'document.own-line': {
    en: "used by the account's owner as well: perhaps the victim's own line",
    ja: '本人の普段の利用もある接続元(被害者自身の回線の可能性)',
  },
  'document.hits': { en: 'suspicious logins: {count:account|accounts}', ja: '不審なログイン {count}アカウント' },
} as const satisfies Messages
