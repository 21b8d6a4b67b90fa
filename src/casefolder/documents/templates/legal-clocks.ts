import type { DraftTemplate } from './template.ts'

export const legalClocks: DraftTemplate = {
  id: 'legal-clocks',
  title: { ja: '法令上の報告・通知の期限', en: 'Legal time limits' },
  text: {
    ja: `# 法令上の報告・通知の期限

> この資料は判断のための整理であり、法的助言ではありません。報告・通知の要否と期限は、法務・個人情報保護担当が弁護士等と確認してください。記載のない制度についても、対象となる可能性があります。

- 知った日時・部署: {{aware}}
{{#awareMissing}}
- **「知った日時」が未入力のため、期限は日付ではなく期間で示しています。この報告書を読んだ時点が「知った時点」となる可能性があります。日付・時刻・部署を記録し、--aware-at と --aware-by で指定してください。**
{{/awareMissing}}
- 対象人数の最大: {{figure.most-persons}}(判定 {{figure.compromised}}、疑い {{figure.suspected}}、判定不能 {{figure.undetermined}}、ログで確認できない被害申告 {{reportedOnly}}{{#exposed}}、システム不具合による別の利用者への表示 {{exposed}}{{/exposed}}{{#made}}、攻撃者が作成した {{made}} は人数に含めない{{/made}}。1アカウントを1人として計算)
{{#personsOpen}}
- ログに欠落または読み取り不完全な部分があり、人数は増える可能性があります。
{{/personsOpen}}

{{#laws}}
## {{title}}

該当する可能性のある区分:

{{#categories}}
- **{{text}}**  
  {{standing}}
{{/categories}}

まだ分からない事実:

{{#unknown}}
- {{.}}
{{/unknown}}

| 報告・通知先 | 内容 | 期限 | 日付 | 根拠 |
|---|---|---|---|---|
{{#deadlines}}
| {{recipient}} | {{what}} | {{term}} | {{date}} | {{basis}} |
{{/deadlines}}

確認した資料(最終確認日 {{checked}}。「根拠」の番号に対応):

{{#sources}}
- {{.}}
{{/sources}}

弁護士等に確認する事項(原文以外の資料・記憶によるもの、改正の予定):

{{#counsel}}
- {{.}}
{{/counsel}}

{{/laws}}
## その他の確認事項

- 契約(委託元、提携先、カード会社、保険会社)に基づく連絡
- 業法・所管省庁への報告(金融、医療、電気通信等)
- 国外に居住する本人(IPアドレスの国ではなく居住地による)
`,
    en: `# Legal time limits

> This sheet sorts facts for a decision; it is no legal advice. Legal and privacy, with counsel, decide what must be reported to whom and by when. Regimes that are not listed may apply as well.

- When, and by which department, it became known: {{aware}}
{{#awareMissing}}
- **When it became known was not stated, so that terms are durations, not dates. Reading this report may itself be the moment of coming to know. Note the date, the time and the department, and give them with --aware-at and --aware-by.**
{{/awareMissing}}
- Persons at the possible maximum: {{figure.most-persons}} (judged {{figure.compromised}}, suspected {{figure.suspected}}, undetermined {{figure.undetermined}}, reported but not in the logs {{reportedOnly}}{{#exposed}}, shown to other users by a fault {{exposed}}{{/exposed}}{{#made}}; {{made}} that the intruder made not counted{{/made}}; one account counted as one person)
{{#personsOpen}}
- Logs have gaps or could not be read whole: it may be more.
{{/personsOpen}}

{{#laws}}
## {{title}}

Categories that may apply:

{{#categories}}
- **{{text}}**  
  {{standing}}
{{/categories}}

Facts still unknown:

{{#unknown}}
- {{.}}
{{/unknown}}

| To | What | Term | Date | Basis |
|---|---|---|---|---|
{{#deadlines}}
| {{recipient}} | {{what}} | {{term}} | {{date}} | {{basis}} |
{{/deadlines}}

What was read (last on {{checked}}; numbers as under "Basis"):

{{#sources}}
- {{.}}
{{/sources}}

Have counsel check first (read second hand, from memory, or about to change):

{{#counsel}}
- {{.}}
{{/counsel}}

{{/laws}}
## Also to be checked

- contracts (clients, partners, card companies, insurers)
- sector rules and their authorities (finance, health, telecommunications)
- persons who live abroad (residence counts, not the country of the address)
`,
  },
}
