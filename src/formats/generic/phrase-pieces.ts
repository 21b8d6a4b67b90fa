/** What a piece of a phrase speaks of. */
export type Piece =
  // Things
  | 'password'
  | 'account'
  | 'factor'
  | 'email'
  | 'phone'
  | 'address'
  | 'profile'
  | 'mypage'
  | 'payment'
  | 'points'
  | 'order'
  | 'history'
  | 'role'
  | 'session'
  | 'staff'
  | 'shop'
  // What is done
  | 'login'
  | 'logout'
  | 'change'
  | 'register'
  | 'join'
  | 'leave'
  | 'view'
  | 'use'
  | 'delete'
  | 'reset'
  | 'ask'
  | 'lock'
  | 'unlock'
  | 'export'
  // How it ended
  | 'success'
  | 'failure'
  | 'refused'
  // What was wrong
  | 'wrong'
  | 'missing'
  | 'locked'
  | 'disabled'
  | 'expired'
  | 'exceeded'
  | 'timeout'
  | 'pending'
  // Says nothing of its own
  | 'glue'

/**
 * The pieces that systems' owners make their phrases of, in the spelling of `phraseOf`, blanks between. A phrase is understood only where
 * every piece of it is here; what a phrase means stands in `phrase-meanings.ts`.
 */
const PIECES: Readonly<Record<Piece, string>> = {
  password: 'パスワード password passwd pass pwd pw passphrase パスコード 暗証番号 パス',
  account:
    'アカウント 会員 会員番号 会員id 会員no 会員コード ユーザー ユーザ ユーザーid ユーザid ユーザー名 ユーザ名 ユーザー番号 id ログインid ログイン名 利用者 利用者id 利用者番号 顧客 顧客番号 顧客id お客様 お客様番号 お客様id メンバー user account username userid member customer credential credentials ログイン情報 認証情報 会員データ',
  factor:
    '二段階認証 2段階認証 二要素認証 2要素認証 多要素認証 追加認証 ワンタイムパスワード ワンタイム ワンタイムパス 認証コード 確認コード smsコード メールコード ワンタイムコード 二段階認証コード 2段階認証コード 二要素認証コード ログインコード 本人確認コード 認証番号 セキュリティコード sms認証 メール認証 パスキー otp totp mfa 2fa passkey 認証アプリ two_factor',
  email: 'メールアドレス メール eメール email mail e_mail メアド mailaddress',
  phone: '電話番号 電話 携帯電話番号 携帯番号 携帯電話 携帯 phone tel',
  address: '住所 配送先 お届け先 届け先 送付先 送り先 お届け先住所 配送先住所 郵便番号 address shipping delivery addr アドレス帳',
  profile:
    '会員情報 登録情報 お客様情報 利用者情報 ユーザー情報 ユーザ情報 アカウント情報 プロフィール 個人情報 基本情報 会員登録情報 profile 氏名 ニックネーム 生年月日',
  mypage: 'マイページ 会員ページ マイページトップ mypage my_page',
  payment:
    '支払方法 支払い方法 お支払い方法 お支払方法 決済方法 クレジットカード カード カード情報 クレジットカード情報 支払情報 口座 口座情報 振込先 振込先口座 出金先 受取人 payment card creditcard payee beneficiary recipient',
  points: 'ポイント point points マイル 残高 チャージ ギフト券 ギフトコード 電子マネー pt',
  order: '注文 購入 商品購入 決済 予約 order purchase checkout 支払い 支払 出金 送金 振込 booking reservation transfer remittance remit',
  history:
    '注文履歴 購入履歴 ポイント履歴 利用履歴 予約履歴 利用明細 明細 注文詳細 注文内容 予約内容 ポイント残高 残高照会 購入明細 取引履歴 order_history statement balance transactions',
  role: '権限 ロール role permission',
  session: 'セッション session トークン アクセストークン リフレッシュトークン token access_token refresh_token',
  staff:
    'オペレーター オペレータ 窓口 代理 代行 係員 admin operator staff support helpdesk impersonate impersonated impersonation on_behalf on_behalf_of behalf',
  shop: 'カート 買い物かご お気に入り ほしい物リスト レビュー 口コミ グッズ チケット 商品 商品詳細 商品一覧 検索 商品検索 お問い合わせ 問い合わせ お問合せ 問合せ メルマガ メールマガジン アンケート お知らせ ニュース クーポン ヘルプ cart favorite wishlist review product search newsletter coupon トップ トップページ ホーム top home',
  login:
    'ログイン サインイン ログオン 認証 login signin sign_in log_in logon log_on logged_in signed_in logged_on auth authentication authenticate authenticated authorization',
  logout: 'ログアウト サインアウト ログオフ logout signout sign_out log_out logoff log_off logged_out signed_out',
  change: '変更 更新 修正 編集 change changed changing update updated edit edited modify modified chg upd 再登録 差替',
  register: '登録 追加 作成 設定 有効化 add added register registered create created enable enabled enroll enrolled set',
  join: '会員登録 新規登録 新規会員登録 入会 仮登録 本登録 ユーザー登録 ユーザ登録 signup sign_up signed_up registration アカウント作成',
  leave: '退会 解約 withdraw withdrawal withdrawn unsubscribe_account',
  view: '参照 照会 閲覧 表示 確認 検証 照合 一覧 詳細 verify verified verification view viewed show list inquiry',
  use: '利用 使用 交換 移行 消費 支払充当 充当 取得 獲得 再開 継続 復元 resume resumed restore restored resumption continue continued use used redeem redeemed exchange spend spent',
  delete: '削除 解除 取消 取り消し 取消し 無効化 delete deleted remove removed disable cancel cancelled canceled キャンセル',
  reset: '再設定 リセット 再発行 初期化 reset recovery recover reissue',
  ask: '申請 要求 依頼 申込 申し込み 受付 request requested メール送信 送信 sent send 案内 忘れ お忘れ forgot forgotten',
  lock: 'ロック アカウントロック ロックアウト lock lockout',
  unlock: 'ロック解除 アカウントロック解除 unlock unlocked',
  export: 'ダウンロード エクスポート csv出力 出力 download downloaded export exported',
  success: '成功 正常 正常終了 完了 ok 許可 可 済 済み 確定 実行済 done success successful successfully succeeded succeed passed completed',
  failure:
    '失敗 エラー ng 異常 異常終了 不可 不成功 未完了 できません できませんでした fail failed failure fails error errored unsuccessful',
  refused: '拒否 遮断 ブロック denied deny blocked refused rejected forbidden',
  wrong:
    '不一致 誤り 誤 間違い 間違って 間違 相違 不正 違い 違 違って 誤って 誤入力 入力誤り 入力ミス 入力相違 正しくありません 正しくない 正しく 一致しません 一致せず 一致しない 合いません mismatch mismatched wrong incorrect invalid bad unmatched',
  missing:
    '存在しません 存在しない 存在せず 不存在 未登録 該当なし 該当無し なし 無し 見つかりません 見つからない ありません 登録されていません 登録がありません 該当 対象なし not_found notfound unknown no_such not_exist not_exists nonexistent does_not_exist missing not_registered unregistered',
  locked:
    'ロック中 ロック状態 ロック済 ロック済み ロックされています ロックされました ロックされている アカウントロック中 locked locked_out',
  disabled:
    '停止 停止中 suspend suspension 無効 無効状態 利用停止 利用停止中 一時停止 凍結 凍結中 退会済 退会済み 休眠 disabled suspended inactive deactivated banned',
  expired: '期限切れ 有効期限切れ 期限超過 失効 expired expiry',
  exceeded: '回数超過 試行回数超過 上限超過 回数オーバー 回数制限 試行制限 制限超過 too_many exceeded rate_limit rate_limited throttled',
  timeout: 'タイムアウト 時間切れ timeout timed_out',
  pending: '待ち 待 要 必要 要求中 required needed pending challenge challenged',
  glue: '管理画面 管理ページ 管理サイト サイト が は の を に で と も へ から より および または もしくは 又は か な した して しました しています されました されています されている された され います いました している ている ました です ます でした ません する ため による 処理 手続き 手続 実行 実施 操作 画面 ページ 機能 サイト web ご お 自動 通常 新規 新 旧 入力 結果 試行 情報 sns line google apple amazon yahoo facebook 会員サイト アプリ pc sp スマホ 管理者 管理画面 管理 with the a an by for of to in on at has been was is were are did have user_s attempt attempts attempted event try via and or not_allowed app api information info data number name code new old your from their authenticator provide correct after',
}

const entries = (Object.entries(PIECES) as [Piece, string][]).flatMap(([piece, words]) =>
  words.split(' ').map((word) => [word.replaceAll('_', ' '), piece] as const),
)

/** Piece by its spelling; the first that claims one has it. */
export const PIECE_OF: ReadonlyMap<string, Piece> = new Map(entries.toReversed())

export const LONGEST_PIECE = Math.max(...entries.map(([word]) => word.length))

/** The first words of all pieces: no names of anybody, as `admin` is. */
export const FIRST_WORDS: ReadonlySet<string> = new Set(
  entries.flatMap(([word, piece]) => (piece === 'staff' ? [] : (word.split(' ')[0] ?? ''))),
)
