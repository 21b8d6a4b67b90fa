import type { CaseAccount, CaseCampaign } from '../../model/case.ts'
import type {
  Action,
  CaseKind,
  Confidence,
  HarmClass,
  NetworkKind,
  Outcome,
  Owner,
  Phase,
  Reason,
  Severity,
  StepState,
  Verdict,
} from '../../model/vocabulary.ts'

type Text = { readonly en: string; readonly ja: string }
type Words<Room extends string, Value extends string> = Readonly<Record<`${Room}.${Value}`, Text>>

const verdicts = {
  'verdict.compromised': { en: 'judged taken over', ja: '不正ログインと判定' },
  'verdict.suspected': { en: 'suspected takeover', ja: '不正ログインの疑い' },
  'verdict.targeted': {
    en: 'attacked (no login success from the attack sources on record)',
    ja: '攻撃対象(攻撃元からのログイン成功の記録なし)',
  },
  'verdict.undetermined': { en: 'cannot be determined', ja: '判定不能' },
} satisfies Words<'verdict', Verdict>

const shortVerdicts = {
  'verdict-short.compromised': { en: 'judged', ja: '判定' },
  'verdict-short.suspected': { en: 'suspected', ja: '疑い' },
  'verdict-short.targeted': { en: 'attempts only', ja: '試行のみ' },
  'verdict-short.undetermined': { en: 'undetermined', ja: '判定不能' },
} satisfies Words<'verdict-short', Verdict>

const phases = {
  'phase.preserve': { en: 'preserve evidence', ja: '証拠保全' },
  'phase.contain': { en: 'contain', ja: '封じ込め(被害の拡大防止)' },
  'phase.scope': { en: 'determine the scope', ja: '影響範囲の特定' },
  'phase.evict': { en: 'invalidate (sessions and credentials)', ja: '無効化(セッション・認証情報)' },
  'phase.recover': { en: 'restore', ja: '復旧' },
  'phase.notify': { en: 'notify and report', ja: '通知・報告' },
  'phase.root-cause': { en: 'find the cause', ja: '原因究明' },
  'phase.prevent': { en: 'prevent recurrence', ja: '再発防止' },
  'phase.follow-up': { en: 'watch', ja: '経過観察' },
} satisfies Words<'phase', Phase>

const severities = {
  'severity.critical': { en: 'critical', ja: '緊急' },
  'severity.high': { en: 'high', ja: '高' },
  'severity.medium': { en: 'medium', ja: '中' },
  'severity.low': { en: 'low', ja: '低' },
  'severity.info': { en: 'info', ja: '情報' },
} satisfies Words<'severity', Severity>

const confidences = {
  'confidence.low': { en: 'low', ja: '低' },
  'confidence.medium': { en: 'medium', ja: '中' },
  'confidence.high': { en: 'high', ja: '高' },
} satisfies Words<'confidence', Confidence>

const owners = {
  'owner.csirt': { en: 'CSIRT', ja: 'CSIRT' },
  'owner.identity': { en: 'identity platform team', ja: 'ID基盤担当' },
  'owner.support': { en: 'customer support', ja: 'CS' },
  'owner.legal': { en: 'legal and privacy', ja: '法務・個人情報保護担当' },
  'owner.business': { en: 'service owner', ja: '事業責任者' },
} satisfies Words<'owner', Owner>

const decisions = {
  'decision.confirmed': { en: 'confirmed', ja: '確定' },
  'decision.cleared': { en: 'cleared', ja: '除外' },
  'decision.pending': { en: 'awaiting confirmation', ja: '確認待ち' },
} satisfies Words<'decision', CaseAccount['decision']['state']>

const kinds = {
  'case-kind.takeover': { en: 'account takeover', ja: '不正ログイン' },
  'case-kind.misuse': { en: 'misuse from inside', ja: '内部者による不適切な利用' },
  'case-kind.exposure': { en: 'session crossed accounts (a fault)', ja: '別アカウントの表示(システム不具合)' },
} satisfies Words<'case-kind', CaseKind>

/** What stands where a takeover has its verdict: nobody else was in. */
const kindVerdicts = {
  'kind-verdict.misuse': { en: 'possible misuse from inside', ja: '内部者による不適切な利用の疑い' },
  'kind-verdict.exposure': { en: 'may have been shown to another user (fault)', ja: '別の利用者に表示された可能性(システム不具合)' },
} satisfies Words<'kind-verdict', Exclude<CaseKind, 'takeover'>>

const classes = {
  'class.A': { en: 'viewed only, or unknown', ja: '閲覧のみ・判別不能' },
  'class.B': { en: 'contact or factor changed', ja: '連絡先等の変更' },
  'class.C': { en: 'money or goods lost', ja: '金銭被害' },
} satisfies Words<'class', HarmClass>

const flags = {
  'flag.passwordKnown': { en: 'password matched (not logged in)', ja: 'パスワード一致(未ログイン)' },
  'flag.campaignSource': { en: 'login from an attack source', ja: '攻撃元からのログイン' },
  'flag.privileged': { en: 'privileged', ja: '特権アカウント' },
  'flag.contactChanged': { en: 'contact changed', ja: '連絡先変更あり' },
  'flag.factorChanged': { en: 'factor changed', ja: '認証要素変更あり' },
  'flag.mailboxAtRisk': { en: 'mailbox may be taken', ja: 'メールアカウントも要確認' },
  'flag.thinHistory': { en: 'little history', ja: '利用履歴が少ない' },
  'flag.madeByIntruder': { en: 'made by the intruder', ja: '攻撃者が作成' },
} satisfies Words<'flag', CaseAccount['flags'][number]>

const states = {
  'state.open': { en: 'open', ja: '未着手' },
  'state.done': { en: 'done', ja: '完了' },
  'state.contradicted': { en: 'contradicted by the log', ja: 'ログと矛盾' },
  'state.waiting': { en: 'waiting', ja: '待機中' },
} satisfies Words<'state', StepState>

const methods = {
  'method.stuffing': { en: 'Password-list attack', ja: 'パスワードリスト攻撃' },
  'method.spray': { en: 'Password spraying', ja: 'パスワードスプレー攻撃' },
  'method.guessing': { en: 'Password guessing', ja: 'パスワード総当たり攻撃' },
  'method.low-and-slow': { en: 'Slow password attack', ja: '低頻度のログイン試行攻撃' },
  'method.distributed': { en: 'Distributed password attack', ja: '分散型のログイン試行攻撃' },
  'method.enumeration': { en: 'Account enumeration', ja: 'IDの存在確認を狙った試行' },
  'method.mixed': { en: 'Several kinds of attack', ja: '複数の手口による攻撃' },
} satisfies Words<'method', CaseCampaign['method']>

/** Words of the case: verdicts, phases, owners and the rest. Missing or surplus values are type errors. */
export const vocabularyMessages = {
  ...verdicts,
  ...shortVerdicts,
  ...phases,
  ...severities,
  ...confidences,
  ...owners,
  ...decisions,
  ...kinds,
  ...kindVerdicts,
  ...classes,
  ...flags,
  ...states,
  ...methods,
  'word.yes': { en: 'yes', ja: 'はい' },
  'word.no': { en: 'no', ja: 'いいえ' },
} as const

const actions = {
  'action.login': { en: 'login', ja: 'ログイン' },
  'action.mfa': { en: 'second factor', ja: '追加認証' },
  'action.session-use': { en: 'session use', ja: 'セッションの利用' },
  'action.logout': { en: 'logout', ja: 'ログアウト' },
  'action.signup': { en: 'sign-up', ja: '会員登録' },
  'action.password-change': { en: 'password change', ja: 'パスワードの変更' },
  'action.password-reset-request': { en: 'password reset request', ja: 'パスワード再設定の申請' },
  'action.password-reset': { en: 'password reset', ja: 'パスワードの再設定' },
  'action.email-change': { en: 'e-mail address change', ja: 'メールアドレスの変更' },
  'action.phone-change': { en: 'phone number change', ja: '電話番号の変更' },
  'action.recovery-change': { en: 'recovery method change', ja: '復旧手段の変更' },
  'action.mfa-enroll': { en: 'second factor added', ja: '追加認証の登録' },
  'action.mfa-remove': { en: 'second factor removed', ja: '追加認証の解除' },
  'action.recovery-code-use': { en: 'recovery code used', ja: '復旧コードの使用' },
  'action.consent-grant': { en: 'app consent granted', ja: 'アプリ連携の許可' },
  'action.token-create': { en: 'token created', ja: 'トークンの発行' },
  'action.token-revoke': { en: 'token revoked', ja: 'トークンの無効化' },
  'action.session-revoke': { en: 'session revoked', ja: 'セッションの無効化' },
  'action.account-create': { en: 'account created', ja: 'アカウントの作成' },
  'action.account-lock': { en: 'account locked', ja: 'アカウントのロック' },
  'action.account-unlock': { en: 'account unlocked', ja: 'アカウントのロック解除' },
  'action.account-disable': { en: 'account disabled', ja: 'アカウントの停止' },
  'action.account-enable': { en: 'account enabled', ja: 'アカウントの再開' },
  'action.account-delete': { en: 'account deleted', ja: 'アカウントの削除' },
  'action.role-grant': { en: 'role granted', ja: '権限の付与' },
  'action.impersonation': { en: 'impersonation', ja: '代理ログイン' },
  'action.data-export': { en: 'data export', ja: 'データの書き出し' },
  'action.forwarding-change': { en: 'mail forwarding change', ja: 'メール転送設定の変更' },
  'action.identity-provider-change': { en: 'identity provider change', ja: 'ID連携先の変更' },
  'action.policy-change': { en: 'policy change', ja: 'ポリシーの変更' },
  'action.provider-alert': { en: 'provider alert', ja: '認証基盤からの警告' },
  'action.profile-view': { en: 'profile view', ja: '登録情報の閲覧' },
  'action.profile-change': { en: 'profile change', ja: '登録情報の変更' },
  'action.address-change': { en: 'address change', ja: '住所・配送先の変更' },
  'action.payment-method-change': { en: 'payment method change', ja: '支払方法の変更' },
  'action.points-use': { en: 'points use', ja: 'ポイント利用' },
  'action.purchase': { en: 'order', ja: '注文' },
  'action.message-read': { en: 'message read', ja: 'メッセージの閲覧' },
  'action.other': { en: 'other action', ja: 'その他の操作' },
} satisfies Words<'action', Action>

const outcomes = {
  'outcome.failure': { en: 'failure', ja: '失敗' },
  'outcome.blocked': { en: 'blocked', ja: '遮断' },
  'outcome.challenge': { en: 'challenge', ja: '追加認証要求' },
  'outcome.success': { en: 'success', ja: '成功' },
  'outcome.info': { en: 'info', ja: '情報' },
} satisfies Words<'outcome', Outcome>

const reasons = {
  'event-reason.bad-password': { en: 'wrong password', ja: 'パスワード不一致' },
  'event-reason.unknown-account': { en: 'no such account', ja: '該当するIDなし' },
  'event-reason.bad-credentials': { en: 'wrong id or password', ja: 'IDまたはパスワードの不一致' },
  'event-reason.locked': { en: 'account locked', ja: 'アカウントロック中' },
  'event-reason.disabled': { en: 'account disabled', ja: 'アカウント停止中' },
  'event-reason.account-expired': { en: 'account expired', ja: 'アカウントの有効期限切れ' },
  'event-reason.password-expired': { en: 'password expired', ja: 'パスワードの有効期限切れ' },
  'event-reason.must-change-password': { en: 'password must be changed', ja: 'パスワード変更が必要' },
  'event-reason.mfa-required': { en: 'second factor required', ja: '追加認証が必要' },
  'event-reason.mfa-failed': { en: 'second factor failed', ja: '追加認証の失敗' },
  'event-reason.mfa-denied': { en: 'second factor refused', ja: '追加認証の拒否' },
  'event-reason.mfa-fraud-reported': { en: 'reported by the user', ja: '本人による不審の申告' },
  'event-reason.mfa-timeout': { en: 'second factor timed out', ja: '追加認証の時間切れ' },
  'event-reason.blocked-ip': { en: 'address blocked', ja: 'IPアドレスの遮断' },
  'event-reason.rate-limited': { en: 'rate limited', ja: '試行回数の制限' },
  'event-reason.breached-password': { en: 'password known from a leak', ja: '流出済みパスワード' },
  'event-reason.policy-denied': { en: 'refused by policy', ja: 'ポリシーによる拒否' },
  'event-reason.device-denied': { en: 'device refused', ja: '端末による拒否' },
  'event-reason.location-denied': { en: 'location refused', ja: '接続地域による拒否' },
  'event-reason.consent-denied': { en: 'consent refused', ja: '許可の拒否' },
  'event-reason.session-expired': { en: 'session expired', ja: 'セッションの期限切れ' },
  'event-reason.token-invalid': { en: 'invalid token', ja: '無効なトークン' },
  'event-reason.token-reuse': { en: 'token reused', ja: 'トークンの再使用' },
  'event-reason.client-misconfigured': { en: 'client misconfigured', ja: 'クライアントの設定不備' },
  'event-reason.not-assigned': { en: 'not assigned', ja: '利用権限の割り当てなし' },
  'event-reason.interrupted': { en: 'interrupted', ja: '中断' },
  'event-reason.system-error': { en: 'system error', ja: 'システムエラー' },
  'event-reason.other': { en: 'other', ja: 'その他' },
} satisfies Words<'event-reason', Reason>

const networks = {
  'network.private': { en: 'private network', ja: '社内等の内部網' },
  'network.hosting': { en: 'hosting', ja: 'サーバー事業者' },
  'network.relay': { en: 'relay', ja: '中継サービス' },
  'network.mobile': { en: 'mobile', ja: '携帯回線' },
  'network.residential': { en: 'residential', ja: '固定回線' },
  'network.unknown': { en: 'unknown', ja: '不明' },
} satisfies Words<'network', NetworkKind>

/** Words of events: actions, outcomes, reasons, networks. */
export const eventWords = { ...actions, ...outcomes, ...reasons, ...networks } as const
