import { CASE_COMMANDS } from '../declare/case-names.ts'
import { displayWidth, padEnd } from '../../kernel/text-width.ts'
import { paragraph } from '../../reports/table/flow.ts'
import type { Lang } from '../../model/vocabulary.ts'

interface Example {
  readonly run: string
  /** What it is for, where the line does not say it. */
  readonly en?: string
  readonly ja?: string
}

/** The program's own page: what people type first. */
const OVERVIEW: readonly Example[] = [
  { run: 'ashiato logs/', en: 'what happened, in this terminal', ja: '何が起きたかを端末に表示' },
  { run: 'ashiato logs/ --lang ja --tz-out Asia/Tokyo', en: 'in Japanese, in Japanese time', ja: '日本語、日本時間で表示' },
  { run: 'ashiato inspect logs/', en: 'is this log usable?', ja: 'このログで調べられるか' },
  { run: 'ashiato account alice@example.com logs/', en: "one account's whole story", ja: '1アカウントの全記録' },
  {
    run: 'zcat okta.json.gz | ashiato --to json > case.json',
    en: 'the case document, from a pipe',
    ja: 'パイプから読み、結果をJSONで保存',
  },
  { run: 'ashiato logs/ --to csv --part accounts -o accounts.csv', en: 'the accounts as a spreadsheet', ja: 'アカウント一覧をCSVで保存' },
  { run: 'ashiato logs/ --fail-on high --quiet', en: 'for cron: 1 when something is found', ja: '定期実行用: 検知があれば終了コード1' },
]

/** By command; what a responder would copy and change. */
const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  ashiato: OVERVIEW,
  scan: [
    { run: 'ashiato okta.json auth.log', en: 'several systems together', ja: '複数のシステムをまとめて調査' },
    { run: 'ashiato logs/ --since 2026-11-21 --tz-out +09:00' },
    { run: 'ashiato logs/ --account alice@example.com --to markdown -o alice.md' },
    { run: 'ashiato logs/ --set account-guessing.failures=20 --skip impossible-travel' },
    { run: 'ashiato shop.csv --map shop.yaml', en: 'a log system of your own', ja: '独自形式のログ' },
    { run: 'journalctl -u ssh -o json | ashiato --to ndjson | head -1' },
    { run: 'ashiato logs/ --case case --lang ja --tz-out Asia/Tokyo', en: 'a sealed case folder', ja: '封印した事案フォルダーを作成' },
  ],
  inspect: [
    { run: 'ashiato inspect logs/' },
    { run: 'ashiato inspect logs/ --lang ja --tz-out Asia/Tokyo' },
    { run: 'ashiato inspect shop.csv', en: 'shows a mapping to start from', ja: 'マッピングの雛形を表示' },
  ],
  account: [
    { run: 'ashiato account alice@example.com logs/' },
    { run: 'ashiato account 00u1exampleA1 okta.json --tz-out Asia/Tokyo' },
    { run: 'zcat auth.log.gz | ashiato account root' },
  ],
  help: [{ run: 'ashiato help inspect' }],
  pivot: [
    { run: 'ashiato pivot case --ip 203.0.113.7', en: 'who else uses one address', ja: '1アドレスを使う攻撃者と正規の利用者' },
    { run: 'ashiato pivot case --asn 64500 --agent python-requests' },
    { run: 'ashiato pivot case --accounts reported.txt --to csv -o pivot.csv' },
  ],
  list: [
    { run: 'ashiato list case --verdict compromised,suspected --to csv > reset.csv' },
    { run: 'ashiato list case --class C --to table' },
    { run: 'ashiato list case --decision confirmed --to csv --bom -o confirmed.csv', en: 'for a spreadsheet', ja: '表計算ソフト用' },
  ],
  blocklist: [{ run: 'ashiato blocklist case' }, { run: 'ashiato blocklist case --max-collateral 0 --window 24h --to csv -o block.csv' }],
  lookup: [{ run: 'ashiato lookup case 12345 67890' }, { run: 'ashiato lookup case alice@example.com --lang ja --tz-out Asia/Tokyo' }],
  brief: [{ run: 'ashiato brief case' }, { run: 'ashiato brief case --lang ja --tz-out Asia/Tokyo -o brief.md' }],
  checklist: [
    { run: 'ashiato checklist case', en: 'the case as a whole', ja: '事案全体' },
    { run: 'ashiato checklist case --class C -o class-c.md' },
    { run: 'ashiato checklist case --account alice@example.com' },
  ],
  draft: [
    { run: 'ashiato draft case', en: 'what there is', ja: '文書の一覧' },
    { run: 'ashiato draft case regulator-form --lang ja -o form.md' },
    { run: 'ashiato draft case legal-clocks --aware-at 2026-11-22T09:30Z --aware-by CS' },
  ],
  unmask: [{ run: 'ashiato unmask shared id-3fa1b2c4d5e6f70 --key redact.key' }],
  verify: [{ run: 'ashiato verify case', en: 'exit 1 when anything was changed', ja: '変更があれば終了コード1' }],
  decide: [{ run: 'ashiato decide case --from decisions.csv --by "A. Tanaka"' }],
  sample: [{ run: 'ashiato sample case --size 20 --seed 1 --to csv -o sample.csv' }],
  note: [{ run: 'ashiato note case "sessions of class C ended" --by "A. Tanaka"' }],
  formats: [
    { run: 'ashiato formats --try logins.csv --map my.yaml', en: 'test a mapping', ja: 'マッピングの確認' },
    { run: 'ashiato formats' },
    { run: 'ashiato formats okta', en: 'how to export one', ja: '取得方法' },
  ],
  rules: [{ run: 'ashiato rules' }, { run: 'ashiato rules impossible-travel', en: 'its parameters', ja: 'パラメーター' }],
  simulate: [
    { run: 'ashiato simulate --list' },
    { run: 'ashiato simulate stuffing carrier-nat -o drill', en: 'an attack, and innocent people', ja: '攻撃と、無関係な利用者' },
    { run: 'ashiato simulate attacks --volume 1/10 --format okta --seed 7 -o drill' },
    { run: 'ashiato drill/logs --victims drill/reported.txt', en: 'then compare with truth.json', ja: '結果を truth.json と見比べる' },
  ],
  completion: [
    { run: 'source <(ashiato completion bash)' },
    { run: 'ashiato completion zsh > "${fpath[1]}/_ashiato"' },
    { run: 'ashiato completion fish > ~/.config/fish/completions/ashiato.fish' },
  ],
}

const RUN_WIDTH = 42
const INDENT = '  '

/** The remark stands beside a short line, below a long one. */
const exampleLines = ({ run, ...remarks }: Example, lang: Lang): readonly string[] => {
  const remark = remarks[lang]
  if (remark === undefined) return [INDENT + run]
  if (displayWidth(run) < RUN_WIDTH) return [INDENT + padEnd(run, RUN_WIDTH) + remark]
  return [INDENT + run, INDENT + padEnd('', RUN_WIDTH) + remark]
}

const WORDS = {
  en: {
    examples: 'Examples:',
    more: '"ashiato scan --help" lists the options of the main job, "ashiato inspect --help" those of inspect, and so on.',
    additions: "People's additions lie in case.work/; the sealed folder itself never changes.",
    codes: 'Exit codes:',
    promise:
      'Ashiato opens no network connection and changes nothing. Its verdicts are estimates for a person to confirm. --lang ja: everything in Japanese, help too.',
  },
  ja: {
    examples: '例:',
    more: '調査のオプションは "ashiato scan --help"、他のコマンドも同様に "ashiato inspect --help" などで表示します。',
    additions: '人による追記は case.work/ に保存し、封印した事案フォルダー自体は変更しません。',
    codes: '終了コード:',
    promise: 'Ashiatoはネットワークに接続せず、何も変更しません。判定はログに基づく推定であり、担当者が確定します。',
  },
} as const

const EXIT_CODES: readonly (readonly [code: string, text: Readonly<Record<Lang, string>>])[] = [
  ['0', { en: 'done', ja: '正常終了' }],
  ['1', { en: 'findings or accounts at or above --fail-on', ja: '--fail-on 以上の検知・アカウントあり' }],
  ['2', { en: 'usage or configuration: nothing was read', ja: '使い方または設定の誤り(何も読み込んでいません)' }],
  [
    '3',
    {
      en: 'an input could not be read whole, or the output not be written: the result is incomplete and says what is missing',
      ja: '末尾まで読めない入力、または書き込めない出力あり(結果は不完全で、欠けた範囲を表示)',
    },
  ],
  ['70', { en: 'a bug in Ashiato', ja: 'Ashiatoの不具合' }],
  ['130', { en: 'interrupted', ja: '中断' }],
]

const ending = (command: string, lang: Lang, width: number): readonly string[] => {
  const words = WORDS[lang]
  if (CASE_COMMANDS.has(command)) return ['', ...paragraph('', words.additions, width)]
  if (command !== 'ashiato') return []
  const codes = EXIT_CODES.flatMap(([code, text]) => paragraph(INDENT + padEnd(code, 4), text[lang], width))
  return ['', ...paragraph('', words.more, width), '', words.codes, ...codes, '', ...paragraph('', words.promise, width)]
}

/** What stands below a command's options: examples, and on the program's own page the exit codes. */
export const helpEnding = (command: string, lang: Lang, width: number): string =>
  [
    '',
    WORDS[lang].examples,
    ...(EXAMPLES[command] ?? []).flatMap((example) => exampleLines(example, lang)),
    ...ending(command, lang, width),
  ].join('\n')
