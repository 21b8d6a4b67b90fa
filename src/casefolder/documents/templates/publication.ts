import type { DraftTemplate } from './template.ts'

export const publication: DraftTemplate = {
  id: 'publication',
  title: { ja: '公表文', en: 'Publication' },
  text: {
    ja: `> 【下書き】公表文。公表の要否・時期・内容は、事業責任者と法務・個人情報保護担当が判断してください。この囲みは公表しません。
>
> - 【 】は貴社で記入する箇所です。確認できていない事実は「確認中」のままとしてください。
> - 攻撃が続いている場合は、公表の時期を関係機関と相談してください。
{{#nobody.anywhere}}
> - **現時点で、この事案に対象となるアカウントはありません。以下は、不正ログインが確認された場合の文例です。このまま公表しないでください。**
{{/nobody.anywhere}}

# 弊社サービスへの不正ログインに関するお知らせとお詫び

【公表日】

【会社名】

このたび、弊社が運営する【サービス名】におきまして、第三者による不正ログインが発生した可能性があることが判明いたしました。お客様ならびに関係者の皆様に多大なるご心配とご迷惑をおかけしますことを、深くお詫び申し上げます。現時点で判明している内容を、下記のとおりお知らせいたします。

## 1 概要

- 期間: {{periodPublic}}
- 手口: {{methodPublic}}
- 状況: {{ongoingPublic}}

## 2 対象となる可能性のあるアカウント

- 不正ログインと判定したアカウント: {{figure.compromised}}
- 不正ログインの疑いがあるアカウント: {{figure.suspected}}
- 合計: 最大{{figure.most-accounts}}
- このほか判定不能: {{figure.undetermined}}

件数は{{asOfPublic}}時点のログに基づく推定であり、今後の調査により変わる場合があります。

## 3 閲覧された可能性のある情報

【画面仕様に基づいて記入】。対象となる情報の範囲は、現在確認中です。

## 4 ログイン後の操作

{{#afterLogin}}
- {{.}}
{{/afterLogin}}
{{^afterLogin}}
- 現在、確認中です。
{{/afterLogin}}

## 5 原因

{{causePublic}}

## 6 弊社の対応

【実施した対応のみを記入】

対象となるお客様には、順次個別にご連絡しております。【実施済みの場合のみ記載】

## 7 お客様へのお願い

- パスワードは、公式アプリまたはお客様ご自身で開いた公式サイトから変更してください。
- ほかのサービスと同じパスワードのご利用はお控えください。
- 本件を装った不審なメールや電話にご注意ください。

## 8 お問い合わせ窓口

【窓口名】【電話番号】(受付時間 【時間】)
`,
    en: `> DRAFT: publication. Whether, when and what to publish is for the service owner and legal to decide. This box is not published.
>
> - Fill in what stands in 【 】. What is not known stays "under investigation".
> - While the attack goes on, agree on the time with the authorities.
{{#nobody.anywhere}}
> - **No account of this case is concerned so far. What follows is wording for a case with unauthorised logins: do not publish it as it is.**
{{/nobody.anywhere}}

# Unauthorised logins to our service, and our apology

【date】

【company】

We have found that somebody else may have logged in to accounts of 【service】. We are very sorry for the worry and trouble this causes our customers and everybody concerned. This is what is known so far.

## 1 Outline

- Period: {{periodPublic}}
- Method: {{methodPublic}}
- State: {{ongoingPublic}}

## 2 Accounts that may be concerned

- Judged taken over: {{figure.compromised}}
- Suspected: {{figure.suspected}}
- Together at most {{figure.most-accounts}}
- Besides, cannot be determined: {{figure.undetermined}}

These numbers are estimates from the logs as of {{asOfPublic}} and may change.

## 3 Information that may have been seen

【Fill in from the screens of the service.】 The extent is under investigation.

## 4 What was done after the logins

{{#afterLogin}}
- {{.}}
{{/afterLogin}}
{{^afterLogin}}
- Under investigation.
{{/afterLogin}}

## 5 Cause

{{causePublic}}

## 6 What we did

【Only what was really done】

We are writing to the customers concerned one by one. 【Only if so】

## 7 What we ask of you

- Change your password in the official app, or on the official site that you open yourself.
- Do not use the same password for several services.
- Beware of messages and calls that pretend to be about this incident.

## 8 Contact

【desk】【telephone】 (【hours】)
`,
  },
}
