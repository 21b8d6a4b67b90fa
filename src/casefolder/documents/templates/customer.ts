import type { DraftTemplate } from './template.ts'

interface Notice {
  readonly group: 'A' | 'B' | 'C' | 'known'
  readonly title: DraftTemplate['title']
  readonly recipients: DraftTemplate['title']
  readonly subject: DraftTemplate['title']
  readonly opening: DraftTemplate['title']
  readonly facts: DraftTemplate['title']
  /** What may have been seen; the usual words speak of a login that went through. */
  readonly seen?: DraftTemplate['title']
  readonly more: DraftTemplate['title']
}

const SEEN = {
  ja: '【画面仕様に基づいて記入(例: 氏名、住所、電話番号、メールアドレス、購入履歴)】。対象となる情報の範囲は、現在確認中です。',
  en: '【Fill in from the screens of the service, e.g. name, address, telephone number, e-mail address, order history.】 The exact extent is under investigation.',
} as const

/** What is asked of everybody, and what must not stand in the notice, is the same for all classes; what happened differs. */
const notice = ({ group, title, recipients, subject, opening, facts, seen = SEEN, more }: Notice): DraftTemplate => ({
  id: `customer-${group}`,
  title,
  text: {
    ja: `> 【下書き】${title.ja}。送付前に法務・個人情報保護担当が確認してください。この囲みは送付しません。
>
{{#nobody.${group}}}
> - **現時点で、この区分に該当するアカウントはありません。該当者が確認された場合の文例です。**
{{/nobody.${group}}}
> - 送付先: ${recipients.ja}
> - 連絡先が変更されている方へは、必ず変更前の連絡先に送付してください(04_lists/notify.csv の channel 列を確認)。
{{#isRedacted}}
> - この事案は仮名化されています。送付先は、元の事案の 04_lists/notify.csv で確認してください。
{{/isRedacted}}
> - 【 】は貴社で記入する箇所です。確認できていない事実は「確認中」のままとし、判明後にあらためてお知らせしてください。
> - ログイン画面へのリンク、IPアドレス、件数、ほかのお客様に関する情報は載せないでください。

# 件名: 【サービス名】${subject.ja}

平素より【サービス名】をご利用いただき、誠にありがとうございます。

${opening.ja}お客様には多大なるご心配とご迷惑をおかけしますことを、深くお詫び申し上げます。

## 1 概要

${facts.ja}

## 2 閲覧された可能性のある情報

${seen.ja}

## 3 原因

{{#isListAttack}}他社のサービスから流出したIDとパスワードの組み合わせを用いた不正ログイン(パスワードリスト攻撃)と推測されます。IDとパスワードの入手経路は、現在確認中です。{{/isListAttack}}{{^isListAttack}}現在、確認中です。{{/isListAttack}}

## 4 二次被害のおそれ

同じパスワードをほかのサービスでもお使いの場合、そのサービスでも第三者にログインされるおそれがあります。また、本件を装った不審なメールや電話にご注意ください。二次被害の有無は、現在確認中です。

## 5 弊社の対応

【実施した対応のみを記入(例: ログイン状態の解除、パスワードの無効化、警察・個人情報保護委員会への相談・報告)】

## 6 お客様へのお願い

1. 公式アプリ、またはお客様ご自身で開いた公式サイトから、パスワードを再設定してください。このお知らせには、ログイン画面へのリンクを記載しておりません。
2. 同じパスワードをほかのサービスでもお使いの場合は、そちらのパスワードも変更してください。
3. 登録情報とご利用履歴をご確認のうえ、お心当たりのない内容がございましたら、下記の窓口までお知らせください。
${more.ja}
## お問い合わせ窓口

【窓口名】【電話番号】(受付時間 【時間】)

【会社名】
`,
    en: `> DRAFT: ${title.en}. Legal and privacy checks it before it is sent. This box is not sent.
>
{{#nobody.${group}}}
> - **No account of this case belongs here so far: wording for the case that one does.**
{{/nobody.${group}}}
> - To: ${recipients.en}
> - Whoever had their contact changed is written to at the contact before the change (column "channel" of 04_lists/notify.csv).
{{#isRedacted}}
> - This case is redacted: take the recipients from 04_lists/notify.csv of the original case.
{{/isRedacted}}
> - Fill in what stands in 【 】. What is not known stays "under investigation"; tell people again once it is known.
> - No link to a login page, no addresses, no numbers, nothing about other customers.

# Subject: 【service】 ${subject.en}

Thank you for using 【service】.

${opening.en} We are very sorry for the worry and trouble this causes you.

## 1 What happened

${facts.en}

## 2 Information that may have been seen

${seen.en}

## 3 Cause

{{#isListAttack}}We believe that IDs and passwords that leaked from another service were tried here (credential stuffing). Where they came from is under investigation.{{/isListAttack}}{{^isListAttack}}Under investigation.{{/isListAttack}}

## 4 What else may happen

If you use the same password elsewhere, somebody may log in there as well. Beware of messages and calls that pretend to be about this incident. Whether further damage occurred is under investigation.

## 5 What we did

【Only what was really done, e.g. ended all sessions, invalidated the password, informed the police and the authority.】

## 6 What we ask of you

1. Set a new password in the official app, or on the official site that you open yourself. This notice contains no link to a login page.
2. If you use the same password elsewhere, change it there too.
3. Look through your registered details and your history, and tell us about anything that you do not recognise.
${more.en}
## Contact

【desk】【telephone】 (【hours】)

【company】
`,
  },
})

const DATE = {
  ja: '- ログインがあったと考えられる日時: 【お客様ごとの日時(04_lists/notify.csv の first_bad_success 列)】',
  en: '- When somebody probably logged in: 【time for this customer (column first_bad_success of 04_lists/notify.csv)】',
} as const

export const customerNotices: readonly DraftTemplate[] = [
  notice({
    group: 'A',
    title: { ja: 'お客様への通知(区分A 閲覧のみ・判別不能)', en: 'Notice to the customer, class A (viewed only, or unknown)' },
    recipients: {
      ja: '04_lists/notify.csv で class が A の方の、事案発生前から登録されている連絡先',
      en: 'class A of 04_lists/notify.csv, at the contact registered since before the incident',
    },
    subject: {
      ja: '不正ログインの可能性に関するお知らせとパスワード再設定のお願い',
      en: 'Possible unauthorised login: please set a new password',
    },
    opening: {
      ja: 'このたび、第三者がお客様のIDとパスワードを用いて、お客様のアカウントにログインした可能性があることが判明いたしました。',
      en: 'We have found that somebody else may have logged in to your account with your ID and password.',
    },
    facts: {
      ja: `${DATE.ja}
- ログイン後の操作: 登録情報が閲覧された可能性があります。そのほかの操作の有無は、現在確認中です。`,
      en: `${DATE.en}
- After the login: your registered details may have been seen. Whether anything else was done is under investigation.`,
    },
    more: { ja: '', en: '' },
  }),
  notice({
    group: 'B',
    title: { ja: 'お客様への通知(区分B 連絡先等の変更)', en: 'Notice to the customer, class B (contact or factor changed)' },
    recipients: {
      ja: '04_lists/notify.csv で class が B の方の、変更前の連絡先',
      en: 'class B of 04_lists/notify.csv, at the contact before the change',
    },
    subject: {
      ja: '不正ログインおよび登録情報変更の可能性に関するお知らせ',
      en: 'Possible unauthorised login and change of your registered details',
    },
    opening: {
      ja: 'このたび、第三者がお客様のアカウントにログインし、ご登録の連絡先または追加認証の設定を変更した可能性があることが判明いたしました。',
      en: 'We have found that somebody else may have logged in to your account and changed your contact details or your second factor.',
    },
    facts: {
      ja: `${DATE.ja}
- ログイン後の操作: ご登録の連絡先(メールアドレス、電話番号等)または追加認証の設定が変更された可能性があります。変更の内容は、現在確認中です。
- このお知らせは、変更前の連絡先にお送りしています。`,
      en: `${DATE.en}
- After the login: your contact (e-mail address, telephone number) or your second factor may have been changed. What exactly is under investigation.
- We send this notice to the contact from before the change.`,
    },
    more: {
      ja: `4. ご登録の連絡先と追加認証の設定は、ご本人であることを確認したうえで、変更前の状態に戻します。下記の窓口までご連絡ください。
5. ご利用のメールサービスにも、お心当たりのないログインがないかご確認ください。
`,
      en: `4. We restore your contact and your second factor after we have checked that it is you: please contact the desk below.
5. Look for logins that you do not recognise at your mail provider as well.
`,
    },
  }),
  notice({
    group: 'C',
    title: { ja: 'お客様への通知(区分C 金銭被害)', en: 'Notice to the customer, class C (money or goods lost)' },
    recipients: {
      ja: '04_lists/notify.csv で class が C の方。メールボックス自体が第三者に閲覧されている可能性があるため、channel が other-than-mail の方には郵送または電話で連絡',
      en: 'class C of 04_lists/notify.csv; by letter or telephone where the channel is other-than-mail, because somebody may be reading the mailbox',
    },
    subject: {
      ja: '不正ログインおよびポイント等の不正利用の可能性に関する重要なお知らせ',
      en: 'Important: possible unauthorised login and misuse of points or orders',
    },
    opening: {
      ja: 'このたび、第三者がお客様のアカウントにログインし、ポイントの利用または商品の注文等を行った可能性があることが判明いたしました。',
      en: 'We have found that somebody else may have logged in to your account and used points or placed orders.',
    },
    facts: {
      ja: `${DATE.ja}
- ログイン後の操作: ポイントの利用または注文等が行われた可能性があります。お客様ごとの内容と金額は、現在確認中です。【判明している場合は、日時・内容・金額を記入】
- 補償: 【方針を記入】。決まり次第、あらためてお知らせいたします。`,
      en: `${DATE.en}
- After the login: points may have been used or orders placed. What and how much in your case is under investigation. 【If known: time, what, amount.】
- Compensation: 【policy】. We tell you as soon as it is decided.`,
    },
    more: {
      ja: `4. お心当たりのないポイントのご利用・ご注文・お届け先があれば、下記の窓口までお知らせください。
5. クレジットカード等をご登録の場合は、ご利用明細をご確認のうえ、お心当たりのない請求がございましたらカード会社にもご連絡ください。
`,
      en: `4. Tell us about any use of points, order or delivery address that you do not recognise.
5. If a card is registered, look through its statement, and tell the card company about charges that you do not recognise.
`,
    },
  }),
  notice({
    group: 'known',
    title: {
      ja: 'お客様への通知(パスワード一致・未ログイン)',
      en: 'Notice to the customer: password matched, login stopped',
    },
    recipients: {
      ja: '04_lists/notify.csv で counted_as が password-known の方',
      en: 'rows of 04_lists/notify.csv whose counted_as is password-known',
    },
    subject: { ja: 'パスワード再設定のお願い', en: 'Please set a new password' },
    opening: {
      ja: 'このたび、第三者がお客様のIDと正しいパスワードを入力し、追加認証で停止していたことが判明いたしました。ログインは成立していませんが、パスワードは第三者に知られているものとして、再設定をお願いいたします。',
      en: 'We have found that somebody else entered your ID with the right password and was stopped by the second factor. The login did not go through, but please take it that the password is known to others, and set a new one.',
    },
    facts: {
      ja: '- 追加認証で停止したため、この試行によるログインは成立していません。\n- そのほかの事実は、現在確認中です。',
      en: '- The second factor stopped it: that attempt did not log in.\n- Everything else is under investigation.',
    },
    seen: {
      ja: 'この試行ではログインが成立していません。閲覧された可能性のある情報の有無は、現在確認中です。',
      en: 'That attempt did not log in. Whether any information may have been seen otherwise is under investigation.',
    },
    more: {
      ja: '4. お心当たりのない追加認証の確認が届いた場合は、承認せず、下記の窓口までお知らせください。\n',
      en: '4. Do not approve a request of the second factor that you did not start; tell us about it.\n',
    },
  }),
]
