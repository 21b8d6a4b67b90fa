import type { DraftTemplate } from './template.ts'

/** Field by field in the order of the web form: Enforcement Rules of the APPI, Rule 8(1), items 1 to 9. */
export const regulatorForm: DraftTemplate = {
  id: 'regulator-form',
  title: {
    ja: '個人情報保護委員会 報告フォーム記入案(規則8条1項の9項目)',
    en: 'Text for the form of the Personal Information Protection Commission (nine items of Rule 8(1))',
  },
  text: {
    ja: `> 【下書き】個人情報保護委員会(または権限委任先)への報告フォームの記入案。報告の要否・種別・内容は法務・個人情報保護担当が判断してください。
>
> - 速報は、報告時点で把握している事項で足ります。「確認中」の事項は、確報で補ってください。
> - 【 】は貴社で記入する箇所です。
> - 項目は個人情報保護法施行規則8条1項による(確認日 {{lawChecked}})。

## 報告の種別・日時

- 種別: 【速報・確報・続報】
- 知った日時・部署: {{aware}}
- 発生日時(ログ上の最初の不正ログイン): {{firstTakeover}}{{#firstSuspected}}(疑いを含めると {{firstSuspected}}){{/firstSuspected}}
- ログの範囲: {{logFrom}} 〜 {{logTo}}

## 1 概要

{{headline}}

- 期間: {{#hasAttempts}}最初の試行 {{firstAttempt}}、{{/hasAttempts}}最初の不正ログイン {{firstTakeover}}{{#firstSuspected}}(疑いを含めると {{firstSuspected}}){{/firstSuspected}}、{{#hasAttempts}}最後の試行 {{lastAttempt}}、{{/hasAttempts}}最後の不審な利用 {{lastAct}}
- 状況: {{ongoing}}
- 手口: {{method}}
{{#hasAttempts}}
- 試行: {{figure.attempts}}({{figure.tried-ids}}。うち会員と確認できたもの {{figure.tried-members}})。うち攻撃元からログインに成功したもの {{figure.campaign-successes}}
{{/hasAttempts}}
{{^hasAttempts}}
- 試行: {{noAttempts}}
{{/hasAttempts}}
- 該当する可能性のある区分: 規則7条3号(不正の目的によるおそれ)ほか。区分の判断は法務・個人情報保護担当による(legal-clocks を参照)

## 2 漏えい等が発生し、又は発生したおそれがある個人データの項目

確認中。【画面仕様に基づき、ログイン後に閲覧できる項目を記入】

ログイン後の操作(ログに基づく):

{{#afterLogin}}
- {{.}}
{{/afterLogin}}
{{^afterLogin}}
- 確認中
{{/afterLogin}}

## 3 漏えい等が発生し、又は発生したおそれがある個人データに係る本人の数

最大 {{figure.most-persons}}(1アカウントを1人として計算)

- 不正ログインと判定: {{figure.compromised}}
- 不正ログインの疑い: {{figure.suspected}}
- 判定不能: {{figure.undetermined}}
- ログで確認できない被害申告: {{reportedOnly}}
{{#exposed}}
- システム不具合により別の利用者に表示された可能性: {{exposed}}
{{/exposed}}
{{#made}}
- 判定のうち、攻撃者が作成したアカウント(本人がいないため人数に含めない): {{made}}
{{/made}}
{{#personsOpen}}
- ログに欠落または読み取り不完全な部分があり、増える可能性があります
{{/personsOpen}}

## 4 原因

{{cause}}

## 5 二次被害又はそのおそれの有無及びその内容

{{money}}

同じパスワードを使用している他のサービスで悪用されるおそれ、登録情報を用いた不審な連絡のおそれがあります。実際の二次被害は確認中です。

## 6 本人への対応の実施状況

- 通知: 【実施済み・実施予定(日付)】(確認中)
- 通知の対象(区分別): A {{figure.class-A}}、B {{figure.class-B}}、C {{figure.class-C}}
- パスワード一致で停止した会員: {{figure.password-known}}

## 7 公表の実施状況

【公表日・公表先、または予定】(確認中)

## 8 再発防止のための措置

実施済み:

{{#stepsDone}}
- {{.}}【ログの記録による。本人の操作でないか、実施者を確認】
{{/stepsDone}}
{{^stepsDone}}
- 確認中【実施した措置を記入】
{{/stepsDone}}

検討・予定:

{{#prevention}}
- {{.}}
{{/prevention}}
{{^prevention}}
- 確認中
{{/prevention}}

## 9 その他参考となる事項

- 判定は {{tool}} による、ログに基づく推定です(確定は担当者)。
- 警察への相談: 【日付・窓口】(確認中)
- 委託元・委託先: 【有無】(確認中)
- 国外の居住者: 【有無】(確認中)
{{#unknowns}}
- 未確認: {{.}}
{{/unknowns}}
`,
    en: `> DRAFT: text for the web form of Japan's Personal Information Protection Commission (or the minister it delegated to). Whether, what kind and what is reported is for legal and privacy to decide.
>
> - For the preliminary report, what is known at the time is enough; the final report completes what is "under investigation".
> - Fill in what stands in 【 】.
> - Items by Rule 8(1) of the Enforcement Rules (checked {{lawChecked}}; English wording is ours).

## Kind of report, times

- Kind: 【preliminary, final, follow-up】
- When, and by which department, it became known: {{aware}}
- When it happened (first takeover in the logs): {{firstTakeover}}{{#firstSuspected}} (first suspected: {{firstSuspected}}){{/firstSuspected}}
- Period of the logs: {{logFrom}} to {{logTo}}

## 1 Outline

{{headline}}

- Period: {{#hasAttempts}}first attempt {{firstAttempt}}, {{/hasAttempts}}first takeover {{firstTakeover}}{{#firstSuspected}} (first suspected: {{firstSuspected}}){{/firstSuspected}}, {{#hasAttempts}}last attempt {{lastAttempt}}, {{/hasAttempts}}last suspicious act {{lastAct}}
- State: {{ongoing}}
- Method: {{method}}
{{#hasAttempts}}
- Attempts: {{figure.attempts}} on {{figure.tried-ids}} (known as members: {{figure.tried-members}}); of these logged into from the attack sources: {{figure.campaign-successes}}
{{/hasAttempts}}
{{^hasAttempts}}
- Attempts: {{noAttempts}}
{{/hasAttempts}}
- Categories that may apply: Rule 7 no. 3 (improper purpose) and others; legal decides (see legal-clocks)

## 2 Items of personal data that leaked or may have leaked

Under investigation. 【Fill in what the screens show after login】

Done after the logins, by the logs:

{{#afterLogin}}
- {{.}}
{{/afterLogin}}
{{^afterLogin}}
- Under investigation
{{/afterLogin}}

## 3 Number of persons concerned

At most {{figure.most-persons}} (one account counted as one person)

- Judged taken over: {{figure.compromised}}
- Suspected: {{figure.suspected}}
- Cannot be determined: {{figure.undetermined}}
- Reported by customers, not found in the logs: {{reportedOnly}}
{{#exposed}}
- Possibly shown to other users by a fault: {{exposed}}
{{/exposed}}
{{#made}}
- Of those judged, made by the intruder (nobody is behind them, so they are not among the persons): {{made}}
{{/made}}
{{#personsOpen}}
- Logs have gaps or could not be read whole: it may be more
{{/personsOpen}}

## 4 Cause

{{cause}}

## 5 Secondary damage, or the risk of it

{{money}}

The same password may be misused at other services, and registered details may be used for deceptive messages. Actual secondary damage is under investigation.

## 6 What was done towards the persons concerned

- Notice: 【done, or planned for】 (under investigation)
- By class: A {{figure.class-A}}, B {{figure.class-B}}, C {{figure.class-C}}
- Members whose password matched and who were not logged into: {{figure.password-known}}

## 7 Publication

【date and place, or plan】 (under investigation)

## 8 Measures against recurrence

Done:

{{#stepsDone}}
- {{.}} 【by the logs: check who did it, it may have been the owner】
{{/stepsDone}}
{{^stepsDone}}
- Under investigation 【what was done】
{{/stepsDone}}

Considered or planned:

{{#prevention}}
- {{.}}
{{/prevention}}
{{^prevention}}
- Under investigation
{{/prevention}}

## 9 Other useful facts

- Verdicts are estimates of {{tool}} from the logs; people confirm them.
- Police: 【date, office】 (under investigation)
- Client or processor: 【whether】 (under investigation)
- Residents of other countries: 【whether】 (under investigation)
{{#unknowns}}
- Not known yet: {{.}}
{{/unknowns}}
`,
  },
}
