import type { StepTemplate } from '../step-template.ts'

const lists = ['list-sessions', 'list-factors', 'list-grants'] as const

/** Evidence steps of one account. */
export const preserveSteps = {
  P0: {
    phase: 'preserve',
    owner: 'csirt',
    priority: 1,
    due: 'PT5M',
    acts: lists,
    reversible: null,
    text: {
      en: 'Take the lists of sessions, factors and grants now (seconds), then go on to containment at once',
      ja: 'セッション・認証要素・連携許可の一覧だけを先に控える(数秒)。控えたら直ちに止血へ進む',
    },
    why: {
      en: 'The attack is going on: eviction deletes these lists, but a full export would give the attacker time',
      ja: '攻撃が継続中。無効化すると一覧は消えるが、全ログの取得を待つと被害が広がる',
    },
    proof: { en: 'The three lists are filed with time and collector', ja: '3つの一覧を取得日時・取得者とともに保管' },
  },
  P1: {
    phase: 'preserve',
    owner: 'csirt',
    priority: 1,
    due: 'PT15M',
    acts: ['export-log', ...lists],
    reversible: null,
    text: {
      en: 'Export the log of this account (30 days before and after), its sessions, factors, grants and profile; record SHA-256, collector and time',
      ja: 'このアカウントのログ(前後30日)とセッション・認証要素・連携許可・登録情報を取得し、SHA-256、取得者、取得日時を記録する',
    },
    why: {
      en: 'Blocking, revoking and resetting delete traces, and providers keep logs for a short time only',
      ja: '停止・失効・リセットで痕跡が消えるうえ、認証基盤のログ保存期間は短い',
    },
    proof: {
      en: "The SHA-256 list verifies; the number of records equals the provider's total",
      ja: 'SHA-256の照合が一致し、件数が認証基盤の総件数と一致',
    },
  },
  'P1.quiet': {
    phase: 'preserve',
    owner: 'csirt',
    priority: 1,
    due: 'PT15M',
    acts: ['export-log', ...lists],
    reversible: null,
    text: {
      en: "Preserve the account's log, sessions, grants and the records of what was opened or exported, quietly: tell only the people named by legal or HR",
      ja: 'このアカウントのログ・セッション・連携許可と閲覧・持ち出しの記録を、周囲に知らせずに保全する(共有は法務・人事が指名した者に限る)',
    },
    why: {
      en: 'The holder of the account may be the one concerned; an alerted person can delete evidence, and may also be innocent',
      ja: 'アカウントの利用者本人が関係者の可能性がある。察知されると証拠が消されるおそれがあり、無関係の可能性も残る',
    },
    proof: { en: 'The SHA-256 list verifies; the list of persons informed is filed', ja: 'SHA-256の照合が一致し、情報共有先の一覧を保管' },
  },
  S1: {
    phase: 'scope',
    owner: 'csirt',
    priority: 1,
    due: 'PT4H',
    reversible: null,
    text: {
      en: 'Establish which records and whose data were opened or exported in the suspicious sessions; keep query text and row counts; count the possible maximum of persons',
      ja: '不審なセッションで閲覧・出力されたレコードと対象者を特定する(検索条件と件数を残し、人数は可能性のある最大で数える)',
    },
    why: { en: 'Notices and reports need the items and the number of persons', ja: '本人への通知と当局への報告には項目と人数が必要' },
    proof: { en: 'A list of records and persons, with the log lines it rests on', ja: '対象レコード・人数の一覧と根拠のログ行' },
  },
  X2: {
    phase: 'scope',
    owner: 'csirt',
    priority: 1,
    due: 'PT4H',
    reversible: null,
    text: { en: 'List whose pages were shown to whom, and when', ja: '誰の画面が誰に、いつ表示されたかを一覧にする' },
    why: {
      en: 'A session crossed accounts: a fault of the system; both sides are customers, neither did wrong',
      ja: 'セッションの取り違えはシステムの不具合であり、双方とも利用者(不正をした者ではない)',
    },
    proof: { en: 'The list of pairs with times and pages', ja: '表示された組み合わせ・日時・画面の一覧' },
  },
} as const satisfies Readonly<Record<string, StepTemplate>>
