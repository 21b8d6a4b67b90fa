import type { DraftTemplate } from './template.ts'

export const executiveBrief: DraftTemplate = {
  id: 'executive-brief',
  title: { ja: '経営層向け報告(1枚)', en: 'One-page brief for executives' },
  text: {
    ja: `# 不正ログインに関する報告(第【 】報)

作成時点: {{asOf}} / 判定はログに基づく推定です(確定は担当者)。

| 項目 | 内容 |
|---|---|
| 何が起きたか | {{headline}}{{#ways}}。{{ways}}{{/ways}} |
| いつから | {{#hasAttempts}}最初の試行 {{firstAttempt}}、{{/hasAttempts}}最初の不正ログイン {{firstTakeover}}{{#firstSuspected}}(疑いを含めると {{firstSuspected}}){{/firstSuspected}} |
| 止まったか | {{ongoing}} |
| 件数(判定) | {{figure.compromised}}(不正ログインと判定)。うち担当者が確定 {{confirmed}} |
| 件数(最大) | {{figure.most-accounts}}(判定と疑いの合計)。このほか判定不能 {{figure.undetermined}} |
| 対象人数の最大 | {{figure.most-persons}}{{#personsOpen}}(ログの欠落・読み取り不完全があり、増える可能性があります){{/personsOpen}} |
| 金銭 | {{money}} |
| 原因(現時点) | {{cause}} |
| 法令上の期限 | {{nextDeadline}} |
| 次の報告 | 【日時】(確認中) |

## ログイン後の操作

{{#afterLogin}}
- {{.}}
{{/afterLogin}}
{{^afterLogin}}
- 確認中
{{/afterLogin}}

## いま行うこと

{{#stepsNumbered}}
{{number}}. {{text}}
{{/stepsNumbered}}
{{^stepsNumbered}}
- 03_checklist/case.md を参照
{{/stepsNumbered}}

## 判断をお願いしたい事項

- 公表の要否と時期
- 個人情報保護委員会への報告と本人への通知の要否(法務・個人情報保護担当の意見を添える)
- 補償の方針

## 未確認事項

{{#unknowns}}
- {{.}}
{{/unknowns}}
`,
    en: `# Unauthorised logins: report no. 【 】

As of {{asOf}}. Verdicts are estimates from the logs; people confirm them.

| | |
|---|---|
| What happened | {{headline}}{{#ways}}. {{ways}}{{/ways}} |
| Since when | {{#hasAttempts}}First attempt {{firstAttempt}}; first{{/hasAttempts}}{{^hasAttempts}}First{{/hasAttempts}} takeover {{firstTakeover}}{{#firstSuspected}} (first suspected: {{firstSuspected}}){{/firstSuspected}} |
| Has it stopped | {{ongoing}} |
| How many, judged | {{figure.compromised}} (judged taken over from the logs; confirmed by people so far: {{confirmed}}) |
| How many, at most | {{figure.most-accounts}} (judged and suspected). Besides, undetermined: {{figure.undetermined}} |
| Persons at the possible maximum | {{figure.most-persons}}{{#personsOpen}} (logs have gaps or could not be read whole: it may be more){{/personsOpen}} |
| Money | {{money}} |
| Cause so far | {{cause}} |
| Legal time limits | {{nextDeadline}} |
| Next report | 【time】 (under investigation) |

## What was done after the logins

{{#afterLogin}}
- {{.}}
{{/afterLogin}}
{{^afterLogin}}
- Under investigation
{{/afterLogin}}

## To be done now

{{#stepsNumbered}}
{{number}}. {{text}}
{{/stepsNumbered}}
{{^stepsNumbered}}
- See 03_checklist/case.md
{{/stepsNumbered}}

## Decisions asked of you

- Whether and when to publish
- Report to the authority and notice to the persons concerned (with the opinion of legal)
- Compensation

## Not known yet

{{#unknowns}}
- {{.}}
{{/unknowns}}
`,
  },
}
