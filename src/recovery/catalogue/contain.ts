import type { StepTemplate } from '../step-template.ts'

/** Asking, deciding, stopping: steps before eviction. */
export const containSteps = {
  ASK: {
    phase: 'contain',
    owner: 'support',
    priority: 1,
    due: 'PT2H',
    reversible: null,
    text: {
      en: 'Ask the owner, by a contact registered before the first suspicious login, whether that login was theirs; record answer, time and method. If it was not, set the decision to confirmed and run the tool again',
      ja: '不審なログインより前から登録されている連絡先で本人に心当たりを確認し、回答・日時・方法を記録する。心当たりがない場合は判定を「確定」にして再実行する',
    },
    why: {
      en: 'The owner remains a possible explanation; until then only steps that can be undone',
      ja: '本人の可能性が残るため、確認が取れるまでは元に戻せる対応に限る',
    },
    proof: { en: 'Answer recorded with time and method', ja: '回答・日時・確認方法の記録' },
    userImpact: { en: 'One question, no change to the account', ja: '問い合わせが1回届くのみ(アカウントの状態は変わらない)' },
  },
  H1: {
    phase: 'contain',
    owner: 'legal',
    priority: 1,
    due: 'PT4H',
    reversible: null,
    text: {
      en: 'Decide with HR how to proceed, who may know, and when access is cut; the holder of the account is not contacted before',
      ja: '人事とともに進め方、共有範囲、利用停止の時期を決める(決定前にアカウントの利用者へ連絡しない)',
    },
    why: {
      en: 'Authorised is not the same as proper, and suspicion is not proof: compare with the job function first',
      ja: '権限の有無と業務上の妥当性は別。疑いの段階であり、担当業務との照合が先',
    },
    proof: { en: 'Decision with time and names', ja: '決定内容・日時・決定者の記録' },
  },
  C1: {
    phase: 'contain',
    owner: 'identity',
    priority: 1,
    due: 'PT15M',
    acts: ['block-account'],
    reversible: 'yes',
    proofActions: ['account-disable'],
    text: { en: 'Block the account for the time being (never delete it)', ja: 'アカウントを一時停止する(削除はしない)' },
    why: { en: 'No new login while sessions and credentials are being revoked', ja: '無効化の作業中に新たなログインをさせない' },
    proof: { en: 'The block is logged; the next attempt is denied', ja: '停止の記録があり、次のログインが拒否される' },
    userImpact: { en: 'The owner cannot log in either', ja: '本人もログインできなくなる' },
    residual: {
      en: 'Sessions and tokens already issued may live on until they are revoked',
      ja: '発行済みのセッション・トークンは失効させるまで有効な場合がある',
    },
  },
  C3: {
    phase: 'contain',
    owner: 'identity',
    priority: 2,
    due: 'PT2H',
    reversible: 'yes',
    text: {
      en: "Ask for additional authentication at this account's next logins",
      ja: 'このアカウントの次回以降のログインに追加認証を求める',
    },
    why: { en: 'It stops somebody else and lets the owner through', ja: '第三者を止め、本人は通せる' },
    proof: { en: 'Challenge events appear', ja: '追加認証の記録が現れる' },
    userImpact: { en: 'One more confirmation at login', ja: 'ログイン時の確認が1回増える' },
  },
  C4: {
    phase: 'contain',
    owner: 'support',
    priority: 1,
    due: 'PT30M',
    reversible: 'yes',
    text: {
      en: 'Hold high-risk actions of this account: payouts, use of points, changes of address, e-mail and phone',
      ja: 'このアカウントの出金・ポイント利用、住所・メールアドレス・電話番号の変更を保留にする',
    },
    why: { en: 'Money and contacts are what the attacker goes for first', ja: '金銭と連絡先が最初に狙われる' },
    proof: { en: 'The hold appears in the business log', ja: '業務ログに保留の記録がある' },
    userImpact: { en: 'These functions wait for the owner too', ja: '本人もこれらの機能を使えない' },
  },
  X1: {
    phase: 'contain',
    owner: 'business',
    priority: 1,
    due: 'PT30M',
    reversible: 'yes',
    text: {
      en: 'Take out of service what mixes sessions up (page caching of logged-in pages, a shared cache key, the last release) and purge the caches',
      ja: 'セッションの取り違えを起こす箇所(ログイン後画面のキャッシュ、共有キャッシュキー、直近のリリース)を止め、キャッシュを破棄する',
    },
    why: {
      en: 'A fault, not an attack: until it is stopped, every new session may be shown to others',
      ja: '攻撃ではなく不具合。止めるまで新しいセッションも他の利用者に表示されるおそれがある',
    },
    proof: { en: 'No session id is seen under two accounts afterwards', ja: '以後、1つのセッションIDが2つのアカウントに現れない' },
    userImpact: { en: 'Parts of the site may be slower or closed', ja: 'サイトの一部が遅くなる、または停止する' },
  },
} as const satisfies Readonly<Record<string, StepTemplate>>
