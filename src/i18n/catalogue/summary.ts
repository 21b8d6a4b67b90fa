import type { Messages } from '../../model/finding.ts'

/** The summary: labels, and the pieces behind them. Short on purpose: thirty lines of eighty columns hold it. */
export const summaryMessages = {
  'summary.estimate': {
    en: 'Verdicts are estimates from these logs; people confirm.',
    ja: '判定はこのログに基づく推定です(確定は担当者)。',
  },
  'summary.zone': { en: 'Times in {zone}', ja: '時刻は {zone}' },
  'summary.range': { en: 'Log from {from} to {to}', ja: 'ログ範囲 {from}〜{to}' },
  'summary.label.answer': { en: 'Answer', ja: '結論' },
  'summary.label.ongoing': { en: 'Ongoing', ja: '継続性' },
  'summary.label.counts': { en: 'Counts', ja: '件数' },
  'summary.label.period': { en: 'Period', ja: '期間' },
  'summary.label.actions': { en: 'Actions', ja: '操作' },
  'summary.label.victims': { en: 'Victims', ja: '照合' },
  'summary.label.caveats': { en: 'Caveats', ja: '留意点' },
  'summary.label.now': { en: 'Do now', ja: '今すぐ' },
  'summary.label.classes': { en: 'Classes', ja: '内訳' },
  'ongoing.attempt': { en: 'last attempt {attempt} before the end of the log', ja: '最後の試行はログ末尾の {attempt}前' },
  'ongoing.act': {
    en: 'last suspicious act in an account {act} before the end of the log',
    ja: '最後の不審な利用はログ末尾の {act}前',
  },
  'ongoing.both': {
    en: 'last attempt {attempt} before the end of the log, last suspicious act in an account {act} before it',
    ja: '最後の試行はログ末尾の {attempt}前、アカウントの最後の不審な利用は {act}前',
  },
  'ongoing.act-to-end': {
    en: 'suspicious acts in an account up to the very end of the log',
    ja: 'ログの末尾までアカウントの不審な利用あり',
  },
  'ongoing.both-to-end': {
    en: 'last attempt {attempt} before the end of the log, suspicious acts in an account up to the very end',
    ja: '最後の試行はログ末尾の {attempt}前、アカウントの不審な利用はログの末尾まであり',
  },
  'ongoing.still-used': {
    en: 'still used from the attack sources after a recovery step: {count:account|accounts}',
    ja: '復旧の手順の後も攻撃元からの利用が続いている: {count}アカウント',
  },
  'ongoing.active': { en: '{seen} → possibly still going on', ja: '{seen} → 継続中の可能性' },
  'ongoing.not-active': { en: '{seen} → none after it in these logs', ja: '{seen} → 以後はこのログに記録なし' },
  'ongoing.to-end': {
    en: 'attempts up to the very end of the log → possibly still going on',
    ja: 'ログの末尾まで試行あり → 継続中の可能性',
  },
  'summary.attempts': { en: '{attempts:attempt|attempts}', ja: '試行 {attempts}回' },
  'summary.no-attempts': {
    en: 'no guessing and no list of passwords detected',
    ja: 'パスワードの総当たり・リストによる試行の検出なし',
  },
  'summary.attempts-open': {
    en: 'guessing and lists of passwords cannot be told without addresses',
    ja: 'IPアドレスの記録がなく、パスワードの試行の有無は判断不可',
  },
  'summary.ids': {
    en: '{ids:id|ids} tried ({members:known account|known accounts})',
    ja: '試行ID {ids}個(会員と確認 {members}アカウント)',
  },
  'summary.ids-open': {
    en: '{ids:id|ids} tried (not known which of them are accounts)',
    ja: '試行ID {ids}個(会員のIDかどうかは判別不能)',
  },
  'summary.successes': { en: '{count:account of these was|accounts of these were} entered', ja: 'うち攻撃元から成功 {count}アカウント' },
  'summary.password-known': {
    en: '{count:account|accounts} with the right password, stopped by second factor',
    ja: 'パスワード一致・追加認証で停止 {count}アカウント',
  },
  'summary.undetermined': { en: '{count:account|accounts} undetermined', ja: '判定不能 {count}アカウント' },
  'summary.misuse': { en: '{count:account|accounts} misused from inside', ja: '内部者による不適切な利用 {count}アカウント' },
  'summary.exposure': {
    en: '{count:account|accounts} shown to another user (fault)',
    ja: '別アカウントの表示(システム不具合) {count}アカウント',
  },
  'summary.first-attempt': { en: 'first attempt {time}', ja: '最初の試行 {time}' },
  'summary.first-takeover': { en: 'first takeover {time}', ja: '最初の不正ログイン {time}' },
  'summary.last-attempt': { en: 'last attempt {time}', ja: '最後の試行 {time}' },
  'summary.viewed': { en: 'profile viewed {count:account|accounts}', ja: '登録情報の閲覧 {count}アカウント' },
  'summary.changed': { en: 'changed {count:account|accounts}', ja: '変更 {count}アカウント' },
  'summary.points-used': { en: 'points used {count:account|accounts}', ja: 'ポイント利用 {count}アカウント' },
  'summary.purchased': { en: 'orders {count:account|accounts}', ja: '注文 {count}アカウント' },
  'summary.acted': { en: 'acted on others {count:account|accounts}', ja: '他アカウントの操作 {count}アカウント' },
  'summary.unknown-actions': {
    en: 'unknown {count:account|accounts} (not in these logs)',
    ja: '判別不能 {count}アカウント(このログに操作記録なし)',
  },
  'summary.victims': {
    en: '{found} of {given:reported account|reported accounts} found, {missing} not found',
    ja: '被害申告 {given}件中 {found}件を検出、未検出 {missing}件',
  },
  'summary.victims-why': { en: '{count} {why}', ja: '{count}件は{why}' },
  'summary.victims-whys': { en: '{found} ({whys})', ja: '{found}(うち {whys})' },
  'summary.class': { en: '{class} {words} {count:account|accounts}', ja: '{class} {words} {count}アカウント' },
  'summary.steps': { en: 'steps: below; all accounts: --to json', ja: '手順: 以下。全アカウント分は --to json' },
  'summary.incomplete': { en: 'The result is incomplete', ja: '結果は不完全' },
  'why.outside-period': { en: 'outside the period of the logs', ja: 'ログ範囲外' },
  'why.not-in-log': { en: 'not in the logs', ja: 'ログに記録なし' },
  'why.name-differs': { en: 'spelt otherwise in the logs', ja: 'ログと表記違い' },
  'why.spreadsheet-damage': { en: 'damaged by a spreadsheet', ja: '表計算ソフトによるIDの変形' },
  'why.no-suspicious-login': { en: 'without a suspicious login', ja: '不審なログインの検出なし' },
  'why.findings-only': {
    en: 'with findings that are no verdict (look at it: ashiato account)',
    ja: '判定に至らない検知あり(ashiato account で要確認)',
  },
  'why.attempts-only': { en: 'only attempted', ja: '試行のみ' },
  'why.stopped': { en: 'with the right password, stopped by the second factor', ja: 'パスワード一致・追加認証で停止' },
  'why.undetermined': { en: 'undetermined', ja: '判定不能' },
} as const satisfies Messages
