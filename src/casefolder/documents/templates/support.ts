import type { DraftTemplate } from './template.ts'

export const support: DraftTemplate = {
  id: 'support',
  title: { ja: 'CS向け応対シート', en: 'Sheet for customer support' },
  text: {
    ja: `# 応対シート(CS用・社外秘)

作成時点: {{asOf}}。お客様ごとの該当の有無は \`ashiato lookup\` の結果のとおりに案内してください。
{{#isRedacted}}

**この事案は仮名化されています。お客様の照会には、元の事案を使ってください。**

{{/isRedacted}}

## 案内できること

- 不正ログインの可能性について調査していること
- 対象の可能性がある方には、個別にご連絡していること
- パスワードの再設定のお願い(公式アプリ、またはお客様ご自身で開いた公式サイトから)
- 同じパスワードをほかのサービスでも使っている場合の変更のお願い
- 公表済みの内容【公表後、公表文の範囲で】

## 案内できないこと

- 「安全」「対象ではない」という断定(ログに記録がないことは、被害がないことを意味しません)
- 件数、IPアドレス、手口の詳細、ほかのお客様に関する情報
- 補償の約束【方針の決定後に更新】
- 原因の推測

## 手順

1. 本人確認は、事案発生前から登録されている情報で行う。変更された可能性のある電話番号・メールアドレスへの折り返しは行わない。
2. 該当の有無を \`ashiato lookup\` で確認する。
3. 区分B・Cの方は、専用窓口【窓口】へ引き継ぐ。
4. お申し出の内容(日時・金額・覚えのない操作)を記録し、CSIRTへ渡す。

## 想定問答

**問 自分のアカウントは対象ですか。**

答(対象の場合) 第三者がログインした可能性がございます。恐れ入りますが、公式アプリまたは公式サイトからパスワードの再設定をお願いいたします。

答(記録がない場合) 現時点で確認できているログの範囲では、該当する記録は見つかっておりません。調査は継続しておりますので、念のためパスワードの変更をお願いいたします。

**問 個人情報は見られましたか。**

答 閲覧された可能性のある情報の範囲は、現在確認中です。分かり次第、個別にお知らせいたします。

**問 そちらから漏えいしたのではないですか。**

答 {{#isListAttack}}他社のサービスから流出したIDとパスワードが使われたものと推測しておりますが、{{/isListAttack}}原因は現在確認中です。

**問 ポイントや注文の被害は補償されますか。**

答 補償の方針は現在確認中です。まずは日時と内容をお聞かせください。

**問 なぜパスワードが使えなくなったのですか。**

答 お客様のアカウントを保護するため、パスワードを無効にしております。公式アプリまたは公式サイトから再設定をお願いいたします。【無効化を実施した場合のみ】

**問 警察に届けたほうがよいですか。**

答 金銭の被害がある場合は、最寄りの警察署または都道府県警察のサイバー犯罪相談窓口へのご相談をお勧めいたします。

**問 届いたメールは本物ですか。**

答 弊社からのお知らせには、ログイン画面へのリンクを記載しておりません。リンクのあるメールは開かず、公式アプリまたは公式サイトからご確認ください。

## お客様への影響(併せて確認)

- 定期購入・配送中の商品への影響: 【確認中】
- パスワードの再設定ができない方への手順: 【確認中】
`,
    en: `# Sheet for support (internal)

As of {{asOf}}. Whether a customer is concerned: say what \`ashiato lookup\` says, no more.
{{#isRedacted}}

**This case is redacted: look customers up in the original case.**

{{/isRedacted}}

## May be said

- that possible unauthorised logins are being investigated
- that customers who may be concerned are told one by one
- please set a new password (in the official app, or on the official site that you open yourself)
- please change the same password at other services
- what was published 【once published, within its text】

## May not be said

- "you are safe" or "you are not concerned" (nothing in the logs does not mean that nothing happened)
- numbers, addresses, details of the method, anything about other customers
- promises of compensation 【update once decided】
- guesses about the cause

## Procedure

1. Check who is calling by what was registered before the incident. Do not call back or write to a number or mailbox that may have been changed.
2. Look the customer up with \`ashiato lookup\`.
3. Hand classes B and C to 【desk】.
4. Note what the customer reports (time, amount, acts they do not recognise) and give it to the responders.

## Questions and answers

**Is my account concerned?**

(If so) Somebody else may have logged in. Please set a new password in the official app or on the official site.

(No record) In the logs that we could check so far there is no such record. The investigation goes on; please change your password to be sure.

**Did anybody see my data?**

Which information may have been seen is under investigation. We tell you as soon as we know.

**Did it leak from you?**

{{#isListAttack}}We believe that IDs and passwords that leaked from another service were used; the{{/isListAttack}}{{^isListAttack}}The{{/isListAttack}} cause is under investigation.

**Will I be compensated for points or orders?**

This is under investigation. Please tell us first when and what.

**Why does my password no longer work?**

We invalidated it to protect your account. Please set a new one in the official app or on the official site. 【Only if that was done】

**Should I go to the police?**

If you lost money, we recommend that you contact the police.

**Is the message I received genuine?**

Our notices contain no link to a login page. Do not open links; look in the official app or on the official site.

## Effects on customers, to be checked

- Subscriptions and parcels under way: 【under investigation】
- Customers who cannot set a new password: 【under investigation】
`,
  },
}
