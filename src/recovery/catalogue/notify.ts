import type { StepTemplate } from '../step-template.ts'

const tell = { phase: 'notify', owner: 'support', priority: 1, due: 'P1D', reversible: null } as const
const sent = {
  en: 'Sent to at least two contacts that have not changed; time recorded',
  ja: '変更されていない2つ以上の連絡先へ送付し、日時を記録',
}
const why = {
  en: 'The owner can say what was theirs, and change the same password elsewhere',
  ja: '本人の操作かどうかを確かめられ、他サイトの同じパスワードも変更してもらえる',
}

/** Telling people, and looking after the account. */
export const notifySteps = {
  N1: {
    ...tell,
    proof: sent,
    why,
    text: {
      en: 'Tell the owner what happened, when, what was done, what to do now and how to say "that was not me"; no link to the login page',
      ja: '本人に、発生した事実・日時・当社の対応・お願いしたいこと・心当たりがない場合の連絡先を知らせる(ログイン画面へのリンクは載せない)',
    },
  },
  'N1.both-addresses': {
    ...tell,
    proof: sent,
    why,
    text: {
      en: 'Tell the owner at the old and at the new contact: what happened, when, what was done, and how to object; no link to the login page',
      ja: '変更前と変更後の両方の連絡先へ、発生した事実・日時・対応内容・異議の申し出先を知らせる(ログイン画面へのリンクは載せない)',
    },
  },
  'N1.other-channel': {
    ...tell,
    proof: { en: 'Reached by phone or post; time recorded', ja: '電話または郵送で連絡し、日時を記録' },
    text: {
      en: 'Reach the owner by a channel other than e-mail (phone number from before the incident, post); advise to secure the mailbox first',
      ja: 'メール以外の経路(事案の前から登録されている電話番号、郵送)で本人へ連絡し、先にメールアカウントの保護を案内する',
    },
    why: {
      en: 'The mailbox may be taken as well; money or goods are at stake',
      ja: 'メールボックスも乗っ取られている可能性があり、金銭・商品の被害が出ている',
    },
  },
  'N1.post': {
    ...tell,
    proof: { en: 'Sent by post or told in person; time recorded', ja: '郵送または対面で連絡し、日時を記録' },
    text: {
      en: 'Reach the owner by post or in person; trust neither phone, SMS nor e-mail',
      ja: '郵送または対面で本人へ連絡する(電話・SMS・メールは使わない)',
    },
    why: { en: 'Phone number or factors are in other hands', ja: '電話番号や認証要素が第三者の手に渡っている' },
  },
  'N1.password-known': {
    ...tell,
    proof: { en: 'Notice sent; time recorded', ja: '通知の送付日時を記録' },
    text: {
      en: 'Tell the owner that the right password was entered and stopped at additional authentication; ask to change it, also on other sites',
      ja: '正しいパスワードが入力され、追加認証で止まったことを本人に知らせ、他サイトも含めたパスワードの変更をお願いする',
    },
    why: {
      en: 'The password is known to somebody else; wrong passwords alone would need no notice',
      ja: 'パスワードが第三者に知られている(誤ったパスワードの試行だけなら通知しない)',
    },
  },
  'N1.consenters': {
    ...tell,
    proof: sent,
    text: {
      en: 'Tell everybody who consented to the application what it could read, and what to do now',
      ja: '当該アプリに同意した全員へ、読み取られた可能性のある範囲とお願いしたいことを知らせる',
    },
    why: { en: "Each consent opened that person's data", ja: '同意した人ごとにデータが読み取られた可能性がある' },
  },
  'N1.exposure': {
    ...tell,
    proof: { en: 'Both sides told; time recorded', ja: '双方への連絡日時を記録' },
    text: {
      en: 'Apologise and explain to both sides: whose pages were shown, when, and which items; nobody is accused',
      ja: '表示された側・表示した側の双方へ、日時と項目を説明してお詫びする(いずれの利用者も責めない)',
    },
    why: { en: 'Our fault: neither customer did wrong', ja: '当社側の不具合であり、いずれの利用者にも非はない' },
  },
  N3: {
    ...tell,
    priority: 2,
    due: 'P1D',
    proof: { en: 'Reference number of the carrier', ja: '携帯電話会社の受付番号' },
    text: {
      en: "Ask the owner to have the phone carrier check for a SIM change and lock the number; keep the help desk's log",
      ja: '本人から携帯電話会社へSIM再発行の有無の確認と回線の保護を依頼してもらう(窓口の対応記録は証拠として残す)',
    },
    why: { en: 'SMS and calls go where the SIM is', ja: 'SMS・通話はSIMのある端末に届く' },
  },
  F1: {
    phase: 'follow-up',
    owner: 'csirt',
    priority: 2,
    due: 'P30D',
    reversible: null,
    text: {
      en: 'Watch the account for 30 to 90 days, and look for the same address, agent and device on other accounts',
      ja: '30〜90日間経過を観察し、同じIPアドレス・端末・エージェントが他のアカウントに現れないか確認する',
    },
    why: { en: 'Attackers come back with what they kept', ja: '残された手段で再び試みられることが多い' },
    proof: { en: 'No event from a bad source in a log that covers the period', ja: '期間を満たすログに攻撃元からの記録がない' },
  },
} as const satisfies Readonly<Record<string, StepTemplate>>
