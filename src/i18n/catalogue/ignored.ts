import type { Messages } from '../../model/finding.ts'

/** Records of other things than logins and accounts. */
const others = {
  'ignored.anonymous': { en: 'anonymous access', ja: '匿名のアクセス' },
  'ignored.other-activity': { en: 'other activity', ja: 'その他の活動' },
  'ignored.other-application': { en: 'other application', ja: '別のアプリケーション' },
  'ignored.other-audit-event': { en: 'other audit event', ja: 'その他の監査記録' },
  'ignored.other-category': { en: 'other category', ja: 'その他の分類' },
  'ignored.other-change': { en: 'other change', ja: 'その他の変更' },
  'ignored.other-class': { en: 'other class', ja: 'その他の種別' },
  'ignored.other-event': { en: 'other event', ja: 'その他のイベント' },
  'ignored.other-line': { en: 'other line', ja: 'その他の行' },
  'ignored.other-message': { en: 'other message', ja: 'その他のメッセージ' },
  'ignored.other-object': { en: 'other object', ja: '別の対象' },
  'ignored.other-operation': { en: 'other operation', ja: 'その他の操作' },
  'ignored.other-program': { en: 'other program', ja: '別のプログラム' },
  'ignored.other-provider': { en: 'other provider', ja: '別の提供元' },
  'ignored.other-request': { en: 'other request', ja: 'その他のリクエスト' },
  'ignored.other-service': { en: 'other service', ja: '別のサービス' },
  'ignored.not-a-login': { en: 'not a login', ja: 'ログイン以外' },
  'ignored.not-mapped': { en: 'left out by the mapping', ja: 'マッピングの対象外' },
  'ignored.no-events': { en: 'no event in the record', ja: 'レコード内にイベントなし' },
  'ignored.no-event-name': { en: 'no event name', ja: 'イベント名なし' },
  'ignored.no-such-page': { en: 'no such page', ja: '存在しないページ' },
  'ignored.other-setup': { en: 'other setting', ja: 'その他の設定' },
  'ignored.page-not-shown': { en: 'page not shown', ja: '表示されなかったページ' },
  'ignored.no-user-target': { en: 'not about a user', ja: '利用者以外が対象' },
  'ignored.nothing-changed': { en: 'nothing changed', ja: '変更なし' },
  'ignored.untrusted-sender': { en: 'sender not trusted', ja: '信頼できない送信元' },
  'ignored.authentication-step': { en: 'step of a login', ja: 'ログインの途中段階' },
} as const satisfies Messages

/** What the machines and the administration of a service do. */
const machinery = {
  'ignored.access': { en: 'access by a request', ja: 'リクエストの処理' },
  'ignored.access-request': { en: 'access request', ja: 'アクセス申請' },
  'ignored.admin-setting': { en: 'administrator’s setting', ja: '管理者による設定' },
  'ignored.administration': { en: 'administration', ja: '管理操作' },
  'ignored.api-activity': { en: 'API call', ja: 'APIの呼び出し' },
  'ignored.certificate-issued': { en: 'certificate issued', ja: '証明書の発行' },
  'ignored.custom-event': { en: 'custom event', ja: '独自のイベント' },
  'ignored.delivery-error': { en: 'delivery error', ja: '配信エラー' },
  'ignored.email-sent': { en: 'e-mail sent', ja: 'メールの送信' },
  'ignored.file-activity': { en: 'work with files', ja: 'ファイル操作' },
  'ignored.group-change': { en: 'change of a group', ja: 'グループの変更' },
  'ignored.host-probe': { en: 'check by a monitor', ja: '監視による確認' },
  'ignored.http-request': { en: 'HTTP request', ja: 'HTTPリクエスト' },
  'ignored.account-set-up': { en: 'account set up by its owner', ja: '本人によるアカウントの初期設定' },
  'ignored.impersonation-ended': { en: 'impersonation ended', ja: '代理ログインの終了' },
  'ignored.item-usage': { en: 'use of a stored item', ja: '保管項目の利用' },
  'ignored.machine-login': { en: 'login of a machine or service', ja: '機器・サービスのログイン' },
  'ignored.mailbox-setting': { en: 'mailbox setting', ja: 'メールボックスの設定' },
  'ignored.model-change': { en: 'change of an object', ja: 'オブジェクトの変更' },
  'ignored.network-traffic': { en: 'network traffic', ja: 'ネットワーク通信' },
  'ignored.page-view': { en: 'page view', ja: 'ページの表示' },
  'ignored.policy-evaluated': { en: 'policy evaluated', ja: 'ポリシーの評価' },
  'ignored.provisioning': { en: 'provisioning', ja: 'プロビジョニング' },
  'ignored.request': { en: 'request', ja: 'リクエスト' },
  'ignored.request-only': { en: 'request without its result', ja: '要求のみ(結果なし)' },
  'ignored.right-taken-back': { en: 'right taken back', ja: '権限の取り消し' },
  'ignored.risk-state': { en: 'state of a risk', ja: 'リスクの状態' },
  'ignored.server': { en: 'server message', ja: 'サーバーのメッセージ' },
  'ignored.server-event': { en: 'server event', ja: 'サーバーのイベント' },
  'ignored.server-message': { en: 'server message', ja: 'サーバーのメッセージ' },
  'ignored.system-event': { en: 'system event', ja: 'システムのイベント' },
} as const satisfies Messages

/** Steps of a login whose result stands in another record, and connections without one. */
const steps = {
  'ignored.back-channel': { en: 'between servers', ja: 'サーバー間の通信' },
  'ignored.connection': { en: 'connection', ja: '接続' },
  'ignored.connection-end': { en: 'end of a connection', ja: '接続の終了' },
  'ignored.detail-of-attempt': { en: 'detail of an attempt', ja: '試行の付随情報' },
  'ignored.detail-of-login': { en: 'detail of a login', ja: 'ログインの付随情報' },
  'ignored.handshake': { en: 'handshake', ja: '接続の手順' },
  'ignored.login-id-looked-up': { en: 'login id looked up', ja: 'ログインIDの照会' },
  'ignored.login-step': { en: 'step of a login', ja: 'ログインの途中経過' },
  'ignored.no-credentials': { en: 'request without a password', ja: 'パスワードのない要求' },
  'ignored.name-check': { en: 'check of a host name', ja: 'ホスト名の確認' },
  'ignored.probe': { en: 'probe without a login', ja: 'ログインを伴わない接続' },
  'ignored.prompt': { en: 'prompt shown', ja: '入力画面の表示' },
  'ignored.redirected-by-balancer': { en: 'redirected by the load balancer', ja: '負荷分散装置による転送' },
  'ignored.redirected-by-edge': { en: 'redirected at the edge', ja: '配信拠点による転送' },
  'ignored.session-detail': { en: 'detail of a session', ja: 'セッションの付随情報' },
  'ignored.session-lifecycle': { en: 'life of a session', ja: 'セッションの開始・終了' },
  'ignored.sign-in-methods-looked-up': { en: 'login methods looked up', ja: 'ログイン方法の照会' },
  'ignored.step-only': { en: 'step of a login', ja: 'ログインの途中経過' },
  'ignored.token-renewal': { en: 'token renewed', ja: 'トークンの更新' },
  'ignored.token-rotation': { en: 'token renewed', ja: 'トークンの更新' },
} as const satisfies Messages

/** Pieces of a file that are not records of their own. */
const pieces = {
  'ignored.cut-off-line': { en: 'line cut off', ja: '途切れた行' },
  'ignored.cut-off-row': { en: 'row cut off', ja: '途切れた行' },
  'ignored.header-line': { en: 'header line', ja: '見出し行' },
  'ignored.part-of-record': { en: 'part of another record', ja: '別のレコードの一部' },
  'ignored.trailer': { en: 'last line of the listing', ja: '一覧の末尾行' },
  'ignored.wrapper-line': { en: 'line around the records', ja: 'レコードを囲む行' },
} as const satisfies Messages

/** Why records that formats know are not about anybody's login or account: the ids of `ignore` in src/formats. */
export const ignoredMessages = { ...others, ...machinery, ...steps, ...pieces } as const
