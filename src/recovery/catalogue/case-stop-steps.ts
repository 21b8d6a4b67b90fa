import type { StepTemplate } from '../step-template.ts'

/** Steps of the case that stop the attack and throw it out, for everybody at once. Placeholders: {sources} {collateral} {resets}. */
export const CASE_STOP_STEPS = {
  C2: {
    phase: 'contain',
    owner: 'csirt',
    priority: 1,
    due: 'PT30M',
    reversible: 'yes',
    text: {
      en: "Block the attack's {sources:source|sources}, for a limited time with an expiry",
      ja: '攻撃元のIPアドレス{sources}個を、期限を付けて遮断する',
    },
    why: { en: 'The attack comes from these addresses', ja: '攻撃がこれらのIPアドレスから行われている' },
    proof: { en: 'Denied attempts from these sources, no success afterwards', ja: '攻撃元の拒否記録があり、以後の成功がない' },
    userImpact: {
      en: 'People who share an address (carrier NAT, office, VPN) are locked out too; {collateral}',
      ja: '同じアドレスを共用する利用者(携帯電話回線・社内回線・VPN)も遮断される。{collateral}',
    },
    residual: {
      en: 'Attackers change addresses: watch for the same agent from new ones',
      ja: '攻撃元は変わり得る(同じエージェントが別のアドレスから現れないか確認する)',
    },
  },
  C3: {
    phase: 'contain',
    owner: 'business',
    priority: 1,
    due: 'PT2H',
    reversible: 'yes',
    text: {
      en: 'Turn on a challenge for all logins (CAPTCHA or second factor)',
      ja: '全ログインに追加確認(CAPTCHA・追加認証)を入れる',
    },
    why: { en: 'It stops lists of passwords whatever address they come from', ja: 'アドレスを変えながら行われる試行も止められる' },
    proof: { en: 'Challenge events appear, success rate of the attack falls', ja: '追加確認の記録が現れ、攻撃の成功が減る' },
    userImpact: { en: 'All users confirm once more', ja: '全利用者の確認が1回増える' },
  },
  // Nobody asks a terminal for a CAPTCHA.
  'C3.keys': {
    phase: 'contain',
    owner: 'identity',
    priority: 1,
    due: 'PT2H',
    reversible: 'yes',
    text: {
      en: 'Accept keys only, or ask for a second factor; limit from where the service can be reached',
      ja: '公開鍵認証のみにするか追加認証を入れ、接続元を制限する',
    },
    why: { en: 'It stops guessing whatever address it comes from', ja: 'アドレスを変えながら行われる試行も止められる' },
    proof: { en: 'Passwords are refused, from whatever address', ja: 'どのアドレスからもパスワード認証が拒否される' },
    userImpact: { en: 'Whoever has no key yet is locked out: hand out keys first', ja: '鍵のない利用者は接続できなくなる(先に鍵を配る)' },
  },
  E1: {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT2H',
    reversible: 'no',
    text: {
      en: 'End all sessions and force a password reset ({resets:account|accounts})',
      ja: '対象{resets}アカウントの全セッション失効+パスワードの強制リセット',
    },
    why: {
      en: 'Order and commands stand with each account: contacts are restored and factors removed before any reset mail',
      ja: '順序とコマンドは各アカウントの手順による(連絡先の復元と認証要素の削除を、再設定メールより先に行う)',
    },
    proof: { en: 'Every account of the list shows both events in the log', ja: '対象の全アカウントで両方の記録がログに残る' },
    userImpact: { en: 'Signed out everywhere, a new password is needed', ja: '全端末からログアウトされ、パスワードの再設定が必要' },
  },
  E7: {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT30M',
    reversible: 'yes',
    text: {
      en: 'Undo changed settings: identity providers added, login policies',
      ja: '設定変更を元に戻す(外部IDプロバイダーの追加、ログインポリシー)',
    },
    why: {
      en: 'An identity provider that was added, or a policy that was weakened, lets the intruder back in as anybody, whatever is reset',
      ja: '追加された外部IDプロバイダーや弱められたポリシーが残ると、パスワードを再設定しても別の利用者として再びログインされる',
    },
    proof: {
      en: 'List of identity providers and policies compared with a backup or an earlier export',
      ja: '外部IDプロバイダーとポリシーの一覧を、以前の設定と照合した記録',
    },
  },
  C4: {
    phase: 'contain',
    owner: 'business',
    priority: 1,
    due: 'PT30M',
    reversible: 'yes',
    text: {
      en: 'Pause points exchange, payouts and contact changes for everybody',
      ja: 'ポイント交換・出金・連絡先変更を全面的に一時停止する',
    },
    why: {
      en: 'Money leaves faster than accounts can be worked through; until the accounts are secured',
      ja: 'アカウントごとの対応より先に金銭被害が広がる。対象アカウントの対応が終わるまで続ける',
    },
    proof: { en: 'No exchange or payout in the business log during the pause', ja: '停止中の交換・出金が業務ログにない' },
    userImpact: { en: 'Nobody can use these functions', ja: '全利用者がこれらの機能を使えない' },
  },
  'E1.sessions': {
    phase: 'evict',
    owner: 'identity',
    priority: 1,
    due: 'PT2H',
    reversible: 'no',
    text: { en: 'End all sessions ({resets:account|accounts})', ja: '対象{resets}アカウントの全セッション失効' },
    why: {
      en: 'Order and commands stand with each account',
      ja: '順序とコマンドは各アカウントの手順による',
    },
    proof: { en: 'Every account of the list shows the event in the log', ja: '対象の全アカウントで記録がログに残る' },
    userImpact: { en: 'Signed out everywhere', ja: '全端末からログアウトされる' },
  },
  C5: {
    phase: 'contain',
    owner: 'business',
    priority: 1,
    due: 'PT30M',
    reversible: 'yes',
    text: {
      en: 'Decide whether to close the login for a while (maintenance page), until sources are blocked and sessions ended',
      ja: '攻撃元の遮断とセッション失効が済むまで、ログインを一時的に閉じる(メンテナンス表示)かどうかを判断する',
    },
    why: {
      en: 'The attack is going on and gets in: each minute adds accounts',
      ja: '攻撃が継続し、ログインが成立している。時間とともに被害アカウントが増える',
    },
    proof: {
      en: 'Decision with time and name; while closed, no success from anybody',
      ja: '判断の日時・決定者の記録。停止中はログイン成功がない',
    },
    userImpact: { en: 'Nobody can log in while it is closed', ja: '停止中は全利用者がログインできない' },
  },
} as const satisfies Readonly<Record<string, StepTemplate>>
