import type { StepTemplate } from '../step-template.ts'

/** Sessions, factors, contacts, grants and roles that an attacker may have. */
export const evictSteps = {
  E1: {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT20M',
    acts: ['revoke-sessions', 'revoke-tokens'],
    reversible: 'no',
    // One grant, one API token or one app password taken back ends no session: of tokens, only the codes of the acts above tell.
    proofActions: ['session-revoke'],
    text: {
      en: 'Revoke all sessions, persistent logins and refresh tokens',
      ja: '全セッションとログイン維持(自動ログイン)、リフレッシュトークンを無効化する',
    },
    why: {
      en: 'A changed password does not end a session that is already open',
      ja: 'パスワードを変えても、開いているセッションは終わらない',
    },
    proof: {
      en: 'Revocation is logged; no later use of an old session or refresh token',
      ja: '失効の記録があり、以後に古いセッション・リフレッシュトークンの利用がない',
    },
    userImpact: { en: 'The owner has to log in again on every device', ja: '本人も全端末で再ログインが必要' },
    residual: {
      en: "Access tokens already issued stay valid until they expire, and applications may keep own sessions: end those in the application too, and look again after the tokens' lifetime",
      ja: '発行済みのアクセストークンは期限まで有効で、アプリ側のセッションも残り得る。アプリ側でも失効させ、トークンの有効時間が過ぎてから再度確認する',
    },
  },
  E2: {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT30M',
    acts: ['remove-factors', 'forget-devices'],
    reversible: 'no',
    proofActions: ['mfa-remove'],
    text: {
      en: 'List factors, passkeys, remembered devices and backup codes; remove what the owner does not know',
      ja: '認証要素・パスキー・記憶済み端末・バックアップコードを一覧し、本人の登録でないものを削除する',
    },
    why: {
      en: 'A factor that the attacker registered outlives revoked sessions and a changed password',
      ja: '攻撃者が登録した認証要素は、セッション失効やパスワード変更の後も残る',
    },
    proof: { en: 'The remaining list equals what the owner knows', ja: '残った一覧が本人の登録と一致' },
    userImpact: { en: 'Removed factors have to be registered again', ja: '削除した認証要素は再登録が必要' },
  },
  E3: {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT30M',
    acts: ['restore-contact', 'remove-forwarding'],
    reversible: 'yes',
    proofActions: ['email-change', 'phone-change', 'recovery-change', 'forwarding-change'],
    text: {
      en: 'Put e-mail address, phone, recovery contact and forwarding back to the values before the change; send no reset link before this is done',
      ja: 'メールアドレス・電話番号・復旧用連絡先・転送設定を変更前の値に戻す。戻すまでパスワード再設定メールを送らない(攻撃者に届く)',
    },
    why: { en: "Reset links go to the contact on file, now the attacker's", ja: '再設定メールは登録中の連絡先、つまり攻撃者の手元に届く' },
    proof: { en: 'The change back is logged; old and new address were both told', ja: '変更の記録があり、新旧両方の連絡先へ通知済み' },
    residual: {
      en: 'Where the log does not carry the former value, take it from a backup or an earlier order',
      ja: '変更前の値がログにない場合は、バックアップや過去の注文から確認する',
    },
  },
  'E3.check': {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT30M',
    reversible: 'yes',
    text: {
      en: 'Check whether e-mail address, phone, recovery contact or forwarding was changed; if so, put the former value back before any reset link is sent',
      ja: 'メールアドレス・電話番号・復旧用連絡先・転送設定に変更がないか確認し、変更があれば、パスワード再設定メールを送る前に元の値に戻す',
    },
    why: {
      en: 'The log shows no change, but not every system logs it',
      ja: 'ログに変更の記録はないが、すべての変更が記録されるとは限らない',
    },
    proof: { en: 'Values compared with a backup or an earlier order', ja: 'バックアップや過去の注文と照合した記録' },
  },
  E4: {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT1H',
    acts: ['revoke-grants', 'remove-identities'],
    reversible: 'partly',
    proofActions: ['token-revoke'],
    // A login's refresh token is no grant.
    provenElsewhere: ['revoke-sessions', 'revoke-tokens'],
    text: {
      en: 'Revoke OAuth grants, API tokens, app passwords and linked identities that the owner does not know',
      ja: '本人に覚えのない連携許可(OAuth)・APIトークン・アプリパスワード・連携IDを取り消す',
    },
    why: { en: 'They work without the password and survive its reset', ja: 'パスワードなしで使え、リセット後も有効' },
    proof: { en: 'Revocation is logged; no use of these tokens afterwards', ja: '取り消しの記録があり、以後の利用がない' },
    userImpact: { en: 'Linked applications have to be allowed again', ja: '連携アプリの再許可が必要' },
  },
  E4A: {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT1H',
    acts: ['disable-app'],
    reversible: 'yes',
    text: {
      en: 'Disable the application for the whole tenant (do not delete it), and look for other consents to it',
      ja: '当該アプリをテナント全体で無効化し(削除はしない)、他の利用者の同意も洗い出す',
    },
    why: {
      en: 'A deleted application comes back with the next consent; a reset password does not remove a grant',
      ja: '削除すると次の同意で復活する。パスワードのリセットでは同意は消えない',
    },
    proof: { en: 'The application is shown as disabled; no token use afterwards', ja: 'アプリが無効と表示され、以後トークンの利用がない' },
    userImpact: { en: 'Nobody in the tenant can use the application', ja: 'テナント内の全員が当該アプリを使えない' },
  },
  E5: {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT15M',
    acts: ['remove-role'],
    reversible: 'yes',
    text: {
      en: 'Remove granted roles, created accounts and keys; check the granting account too, and everything done with the role',
      ja: '付与された権限、作成されたアカウント・鍵を取り消す。付与した側のアカウントと、その権限で行われた操作も確認する',
    },
    why: {
      en: 'A role is a way back in, and the grantor may be taken over as well',
      ja: '権限は再ログインの足がかりになり、付与した側も乗っ取られている可能性がある',
    },
    proof: { en: 'The role list equals the baseline', ja: '権限の一覧が平常時と一致' },
  },
  E6: {
    phase: 'evict',
    owner: 'identity',
    priority: 3,
    due: 'P30D',
    reversible: 'no',
    text: {
      en: "When the legal hold is lifted, remove the leaver's account, shared passwords, API keys, OAuth applications and recovery contacts",
      ja: '法務の保全指示が解けた後、退職者のアカウント・共有パスワード・APIキー・連携アプリ・復旧用連絡先を廃止する',
    },
    why: { en: 'Removing earlier destroys evidence and does not end sessions', ja: '先に削除すると証拠が失われ、セッションも終わらない' },
    proof: { en: 'Removal is logged after the hold was lifted', ja: '保全解除後の廃止の記録' },
  },
  'E6.planted': {
    phase: 'evict',
    owner: 'identity',
    priority: 3,
    due: 'P30D',
    reversible: 'no',
    text: {
      en: 'When the legal hold is lifted, delete this account: the intruder made it, it has no owner',
      ja: '法務の保全指示が解けた後、このアカウントを削除する(攻撃者が作成したもので、本人は存在しない)',
    },
    why: {
      en: 'Removing earlier destroys evidence, and does not end sessions',
      ja: '先に削除すると証拠が失われ、セッションも終わらない',
    },
    proof: { en: 'Removal is logged after the hold was lifted', ja: '保全解除後の削除の記録' },
  },
} as const satisfies Readonly<Record<string, StepTemplate>>
