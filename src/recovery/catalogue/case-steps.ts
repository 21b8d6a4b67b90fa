import { CASE_STOP_STEPS } from './case-stop-steps.ts'
import type { StepTemplate } from '../step-template.ts'

/** Steps done once per case. Placeholders: {accounts} {undetermined}. */
export const CASE_STEPS = {
  ...CASE_STOP_STEPS,
  P1: {
    phase: 'preserve',
    owner: 'csirt',
    priority: 1,
    due: 'PT15M',
    reversible: null,
    text: {
      en: 'Preserve the logs: fetch the period from every log source, record SHA-256, collector and time (before blocking and resetting; while the attack is going on, stop it first)',
      ja: 'ログを保全する。各ログ源から対象期間のログを取得し、SHA-256、取得者、取得日時を記録する(停止・リセットより先に行う。攻撃が継続中の場合は止血を優先する)',
    },
    why: { en: 'Logs rotate, and recovery overwrites traces', ja: 'ログは上書きされ、復旧作業でも痕跡が消える' },
    proof: { en: 'sha256sum -c reports OK for every file', ja: 'sha256sum -c が全ファイルでOKとなる' },
  },
  P2: {
    phase: 'preserve',
    owner: 'csirt',
    priority: 1,
    due: 'PT1H',
    reversible: 'yes',
    text: {
      en: 'Stop log rotation and deletion, extend retention, note the offset of each clock',
      ja: 'ログのローテーションと削除を止め、保存期間を延ばし、各サーバーの時刻のずれを記録する',
    },
    why: { en: 'Questions by police and authorities come weeks later', ja: '警察や当局からの照会は数週間後になることがある' },
    proof: { en: 'Hold recorded with time and person', ja: '保全指示の日時・担当者の記録' },
  },
  S0: {
    phase: 'preserve',
    owner: 'csirt',
    priority: 1,
    due: 'PT1H',
    reversible: null,
    text: {
      en: 'Obtain the log of successful logins from the application: this log cannot tell whether anybody got in',
      ja: 'アプリケーション側のログイン成功ログを入手する(このログでは不正ログインの有無を判断できない)',
    },
    why: {
      en: 'Without successes the result is undetermined, not good',
      ja: '成功の記録がなければ「判定不能」であり、被害がないことを意味しない',
    },
    proof: { en: 'A log with successes for the whole period was analysed', ja: '対象期間の成功記録を含むログを解析' },
  },
  'S0.unclear': {
    phase: 'scope',
    owner: 'csirt',
    priority: 2,
    due: 'PT4H',
    reversible: null,
    text: {
      en: "Settle what the logs leave open ({undetermined:account|accounts} undetermined): ask the owner by a contact registered before the incident, or look into the application's own log, and record the decision",
      ja: '判定不能の{undetermined}アカウントを確認する。事案の前から登録されている連絡先で本人に確認するか、アプリケーション側の操作ログを調べ、判断を記録する',
    },
    why: {
      en: 'Somebody tried and somebody got in, and nothing in these logs tells whether that was the owner',
      ja: '試行の後にログインに成功しているが、本人によるものかどうかをこのログだけでは判断できない',
    },
    proof: { en: 'Each of them is confirmed or cleared by a person', ja: '全件について、担当者による確定または除外の記録がある' },
  },
  S1: {
    phase: 'scope',
    owner: 'csirt',
    priority: 1,
    due: 'PT4H',
    reversible: null,
    text: {
      en: 'Widen: accounts reported by customers, other accounts touched by the same sources, agents and sessions; note which items could be seen',
      ja: '範囲を広げる。被害申告のあったアカウント、同じ攻撃元・エージェント・セッションが触れた他のアカウントを洗い出し、閲覧された可能性のある項目を控える',
    },
    why: { en: 'The known accounts ({accounts}) are a lower bound', ja: '判明している{accounts}アカウントは下限にすぎない' },
    proof: { en: 'Every reported account is found or explained', ja: '申告された全アカウントについて、検出または未検出の理由を記録' },
  },
  N3: {
    phase: 'notify',
    owner: 'legal',
    priority: 2,
    due: 'P3D',
    reversible: null,
    text: {
      en: 'Consult police (address with source port, time to the second, clock offset); inform card brands, partners and insurer',
      ja: '都道府県警のサイバー窓口へ相談する(IPアドレス・送信元ポート・秒単位の時刻・時計のずれを添える)。カード会社・提携先・保険会社へ連絡する',
    },
    why: { en: 'Their own clocks and logs are running as well', ja: '相手側のログ保存期間や期限も進んでいる' },
    proof: { en: 'Reference numbers', ja: '受付番号' },
  },
  L1: {
    phase: 'root-cause',
    owner: 'csirt',
    priority: 2,
    due: 'P5D',
    reversible: null,
    text: {
      en: "Establish the timeline, the first bad event and how the credentials were got (own leak or somebody else's list: share of ids that belong to no member)",
      ja: '時系列、最初の不審な記録、認証情報の入手経路を明らかにする(自社からの漏えいか他社から流出したリストか。会員に存在しないIDの割合が手がかり)',
    },
    why: {
      en: 'Without the cause it happens again, and the final report asks for it',
      ja: '原因が分からなければ再発し、確報でも記載を求められる',
    },
    proof: { en: 'Cause stated with evidence records', ja: '根拠の記録を示した原因の記述' },
  },
  L3: {
    phase: 'prevent',
    owner: 'support',
    priority: 3,
    due: 'P30D',
    reversible: null,
    text: {
      en: 'Tell all users: one password per site, beware of phishing, never approve a push you did not start',
      ja: '全利用者へ注意喚起する(パスワードの使い回しをしない、フィッシングに注意、身に覚えのない承認要求を許可しない)',
    },
    why: { en: "Reused passwords are the attack's raw material", ja: '使い回されたパスワードが攻撃に使われる' },
    proof: { en: 'Notice sent', ja: '送付の記録' },
  },
  F1: {
    phase: 'follow-up',
    owner: 'csirt',
    priority: 2,
    due: 'P30D',
    reversible: null,
    text: {
      en: 'Analyse newer logs weekly for 30 to 90 days; lift source blocks at expiry',
      ja: '30〜90日間、新しいログを毎週解析し、攻撃元の遮断は期限で解除する',
    },
    why: { en: 'The attack comes back with other addresses and the same list', ja: '同じリストが別のアドレスから再び使われることが多い' },
    proof: { en: 'Reports of each week', ja: '各週の解析結果' },
  },
  F2: {
    phase: 'follow-up',
    owner: 'legal',
    priority: 3,
    due: 'P90D',
    reversible: 'no',
    text: {
      en: 'At closing: delete working copies, set how long the evidence is kept, record who had access',
      ja: '終結時に作業用の複製を削除し、証拠の保存期限と閲覧者を記録する',
    },
    why: { en: 'Logs are personal data', ja: 'ログも個人データである' },
    proof: { en: 'Deletion record', ja: '削除の記録' },
  },
} as const satisfies Readonly<Record<string, StepTemplate>>
