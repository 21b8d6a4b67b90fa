import type { Messages } from '../../model/finding.ts'

/** Bulk scripts: their head, which people read before running them, and what they say while they run. */
export const bulkMessages = {
  'bulk.title': {
    en: 'Bulk steps {name}: {title}, {count:account|accounts}. Prints only, until --run is given.',
    ja: '一括手順 {name}: {title}、{count}アカウント。--run を付けるまでは表示のみ。',
  },
  'bulk.usage': {
    en: 'Begin with a few: sh {name}.sh --step E1 --limit 5 --env FILE --run, then look at the log and the accounts.\n--step STEP  one of the steps below     --env FILE  settings of your service (see SETUP below), read before running\n--limit N    so many accounts           --rate N    accounts per second (5)\n--log FILE   one line for each account; what it shows as done is skipped when run again\n--out FILE   what the commands answer (links are secret)     --max-failures N  stop after so many in a row (5)\nCopy it out of the case folder before you change anything in it: the folder is sealed.',
    ja: '少数から始める: sh {name}.sh --step E1 --limit 5 --env FILE --run の後、ログと対象アカウントを確認する。\n--step 手順  以下のいずれか          --env FILE  自社環境の設定(下の SETUP 参照)。実行前に読み込む\n--limit N    アカウント数の上限      --rate N    1秒あたりの件数(既定 5)\n--log FILE   1件1行の結果。再実行時は完了済みを飛ばす\n--out FILE   コマンドの応答(リンクは秘密情報)     --max-failures N  連続失敗で停止する件数(既定 5)\n事案フォルダーは封印済みのため、変更する場合は外へ複製してから行う。',
  },
  'bulk.powershell': {
    en: 'From documentation, not tried in PowerShell: read it before use. Begin with a few: .\\{name}.ps1 -Step E1 -Limit 5 -Run, then look at the log and the accounts. What the log shows as done is skipped when run again.',
    ja: '文書に基づく作成で、PowerShellでは未検証。使用前に内容を確認する。少数から始める: .\\{name}.ps1 -Step E1 -Limit 5 -Run の後、ログと対象アカウントを確認する。再実行時は完了済みを飛ばす。',
  },
  'bulk.left-out': {
    en: '{out:account of this class is|accounts of this class are} not in it: a contact or factor was changed, or the id cannot be written. Work through their own pages.',
    ja: 'この区分のうち{out}アカウントは対象外(連絡先・認証要素の変更あり、または書き表せないID)。個別の手順で対応する。',
  },
  'bulk.step': {
    en: '{step}  {words} ({count:account|accounts}), for the first one:',
    ja: '{step}  {words}({count}アカウント)。1件目の例:',
  },
  'bulk.needs': {
    en: 'needs {needs}; without it put WITHOUT_PLAN=yes into the settings, and this runs instead:',
    ja: '必要: {needs}。ない場合は設定に WITHOUT_PLAN=yes と書くと、次のコマンドで代える:',
  },
  'bulk.words.C1': { en: 'block', ja: '一時停止' },
  'bulk.words.E1': { en: 'end sessions and refresh tokens', ja: 'セッション・リフレッシュトークンの失効' },
  'bulk.words.E4': { en: 'remove grants', ja: '連携許可の取り消し' },
  'bulk.words.R2': { en: 'force a password reset', ja: 'パスワードの強制リセット' },
  'bulk.say.usage-line': {
    en: 'usage: --step STEP [--env FILE] [--limit N] [--rate N] [--log FILE] [--out FILE] [--max-failures N] [--run]; the head of this script says more',
    ja: '使い方: --step 手順 [--env FILE] [--limit N] [--rate N] [--log FILE] [--out FILE] [--max-failures N] [--run](詳細はこのファイルの先頭)',
  },
  'bulk.say.would': { en: 'would run', ja: '実行予定' },
  'bulk.say.estimate': { en: 'to do, and at least how long:', ja: '残り件数と最短所要時間:' },
  'bulk.say.stopped': { en: 'stopped: failures in a row', ja: '連続失敗のため停止:' },
  'bulk.say.done': { en: 'step, taken, failed:', ja: '手順、実施件数、失敗件数:' },
  'bulk.say.need-env': {
    en: 'fill in these lines, write them to a file, and give it with --env:',
    ja: '次の行を自社環境の値に置き換えてファイルに保存し、--env で指定してください:',
  },
  'bulk.say.resumed': { en: 'already done by the log, skipped:', ja: 'ログ上の完了済み(省略):' },
} as const satisfies Messages
