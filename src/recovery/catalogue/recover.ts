import type { StepTemplate } from '../step-template.ts'

const identity = { phase: 'recover', owner: 'support', priority: 1, due: 'PT2H', reversible: null } as const
const proofOfIdentity = { en: 'Ticket with method, time and person in charge', ja: '方法・日時・担当者を記した対応記録' }
const reset = {
  phase: 'recover',
  owner: 'identity',
  priority: 1,
  acts: ['force-reset'],
  reversible: 'no',
  proofActions: ['password-reset', 'password-change'],
} as const
const noLink = { en: 'The owner has to set a new password', ja: '本人によるパスワードの再設定が必要' }

/** Giving the account back to its owner. */
export const recoverSteps = {
  R1: {
    ...identity,
    proof: proofOfIdentity,
    text: {
      en: "Verify the owner's identity by a channel that has not changed since before the incident",
      ja: '事案の前から変わっていない経路で本人確認を行う',
    },
    why: { en: 'Otherwise the account is handed back to the attacker', ja: '攻撃者にアカウントを返してしまうことを防ぐ' },
  },
  'R1.in-person': {
    ...identity,
    proof: proofOfIdentity,
    text: {
      en: "Verify the owner's identity in person or with an identity document (eKYC), never by phone or SMS",
      ja: '対面または本人確認書類(eKYC)で本人確認を行う(電話・SMSでは行わない)',
    },
    why: {
      en: 'Phone number or factor was taken over: calls and SMS reach the attacker',
      ja: '電話番号や認証要素が乗っ取られており、電話・SMSは攻撃者に届く',
    },
  },
  'R1.strict': {
    ...identity,
    proof: proofOfIdentity,
    text: {
      en: "Verify the owner's identity strictly: the contact data are old; compare with contracts or past orders",
      ja: '登録連絡先が古いため、契約や過去の注文と照合して厳格に本人確認を行う',
    },
    why: {
      en: 'A dormant account: address and phone may belong to somebody else by now',
      ja: '長期未利用のため、メールアドレスや電話番号が別人のものになっている可能性がある',
    },
  },
  'R1.other-channel': {
    ...identity,
    proof: proofOfIdentity,
    text: {
      en: "Verify the owner's identity without using e-mail: by a phone number registered before the incident, by post or in person",
      ja: 'メールを使わず、事案の前から登録されている電話番号、郵送または対面で本人確認を行う',
    },
    why: {
      en: 'The login id is an e-mail address and the password was reused: the mailbox may be taken as well',
      ja: 'ログインIDがメールアドレスで、パスワードの使い回しが疑われる。メールボックス自体が乗っ取られている可能性がある',
    },
  },
  R2: {
    ...reset,
    due: 'PT2H',
    userImpact: noLink,
    text: {
      en: 'Force a password reset, with a check against known breached passwords',
      ja: 'パスワードを強制リセットし、漏えい済みパスワードでないことを確認する',
    },
    why: { en: 'The password is known to somebody else', ja: 'パスワードが第三者に知られている' },
    proof: {
      en: "Reset is logged, then a login from the owner's usual device",
      ja: 'リセットの記録と、その後の本人の通常端末からのログイン',
    },
    residual: {
      en: 'The same password on other sites stays dangerous: say so in the notice',
      ja: '他サイトで同じパスワードを使っている場合は危険が残る(通知で変更を促す)',
    },
  },
  'R2.other-channel': {
    ...reset,
    due: 'PT2H',
    userImpact: noLink,
    text: {
      en: 'Force a password reset and hand the new access over by the channel of the identity check, not by e-mail',
      ja: 'パスワードを強制リセットし、再設定の手段はメールではなく本人確認に用いた経路で渡す',
    },
    why: { en: 'A reset link by e-mail may reach the attacker', ja: '再設定メールは攻撃者に届くおそれがある' },
    proof: {
      en: "Reset is logged, then a login from the owner's usual device",
      ja: 'リセットの記録と、その後の本人の通常端末からのログイン',
    },
  },
  'R2.next-login': {
    ...reset,
    acts: [],
    due: 'P1D',
    userImpact: noLink,
    reversible: 'yes',
    text: {
      en: 'Require a new password at the next login; do not block the account',
      ja: '次回ログイン時にパスワードの変更を求める(アカウントは停止しない)',
    },
    why: {
      en: 'The password is known to somebody else, but no login took place',
      ja: 'ログインは成立していないが、パスワードは第三者に知られている',
    },
    proof: { en: "A password change after the owner's next login", ja: '次回ログイン後のパスワード変更の記録' },
    residual: { en: 'Until then additional authentication alone keeps others out', ja: 'それまでは追加認証だけが防いでいる状態' },
  },
  R3: {
    phase: 'recover',
    owner: 'identity',
    priority: 2,
    due: 'PT4H',
    acts: ['require-mfa'],
    reversible: 'yes',
    proofActions: ['mfa-enroll'],
    text: {
      en: 'Register additional authentication anew, phishing-resistant (FIDO2, passkey) where possible and always for administrators; no SMS where the phone number was in doubt',
      ja: '追加認証を登録し直す。可能な限りフィッシング耐性のある方式(FIDO2・パスキー)とし、管理者は必須(電話番号に疑いがある場合はSMSを使わない)',
    },
    why: { en: 'The password alone did not hold', ja: 'パスワードだけでは防げなかった' },
    proof: { en: "Enrolment from the owner's usual device", ja: '本人の通常端末からの登録の記録' },
    userImpact: { en: 'The owner registers a factor', ja: '本人による登録作業が必要' },
  },
  R4: {
    phase: 'recover',
    owner: 'identity',
    priority: 2,
    due: 'P1D',
    acts: ['unblock-account', 'unlock-account'],
    reversible: 'yes',
    proofActions: ['account-enable', 'account-unlock'],
    text: { en: 'Lift the block, and watch the first login', ja: '停止を解除し、最初のログインを確認する' },
    why: {
      en: "Only after identity, password and factors are the owner's again",
      ja: '本人確認・パスワード・認証要素が本人のものに戻った後に限る',
    },
    proof: { en: 'Unblocking is logged, then a login from the usual context', ja: '解除の記録と、その後の通常の環境からのログイン' },
  },
  R5: {
    phase: 'recover',
    owner: 'support',
    priority: 2,
    due: 'P1D',
    reversible: 'partly',
    text: {
      en: 'Reverse the damage: orders, transfers, points, changed data, sent messages; note what could not be reversed',
      ja: '注文・送金・ポイント・登録情報の変更・送信メッセージを元に戻し、戻せなかったものを記録する',
    },
    why: { en: 'Parcels and transfers can often still be stopped', ja: '発送や送金は早ければ止められることが多い' },
    proof: { en: 'List signed off by support', ja: '顧客対応窓口が確認した一覧' },
  },
} as const satisfies Readonly<Record<string, StepTemplate>>
