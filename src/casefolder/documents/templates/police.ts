import type { DraftTemplate } from './template.ts'

export const police: DraftTemplate = {
  id: 'police',
  title: { ja: '警察・通信事業者向け資料', en: 'Sheet for police and providers' },
  text: {
    ja: `> 【下書き】警察(都道府県警察のサイバー犯罪相談窓口)への相談、通信事業者への照会の資料。提出の前に法務・個人情報保護担当が確認してください。
>
> - 接続元の特定には、IPアドレス・送信元ポート・秒単位の時刻がそろっている必要があります。ポートが「確認中」の行は、負荷分散装置・Webサーバーのログから補ってください。
> - 通信事業者のログの保存期間は限られます。早めに相談してください。

# 不正ログインに関する資料

- 作成時点: {{asOf}}
- 申告者: 【会社名・担当者・連絡先】
- 対象サービス: 【サービス名・URL】
- 時計の誤差: {{clockOffset}}
- 時刻の表記: {{zone}}(秒単位。UTCとの時差を付記)
- ログの取得者・方法: {{collector}} / {{collectionMethod}}

## 事案の概要

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
- 不正ログインと判定: {{figure.compromised}}、疑い: {{figure.suspected}}
- 金銭: {{money}}

## 接続元

| IPアドレス | 国・地域 | 事業者 | 試行 | 最初 | 最後 | 備考 |
|---|---|---|---|---|---|---|
{{#sources}}
| {{ip}} | {{country}} | {{network}} | {{attempts}} | {{first}} | {{last}} | {{note}} |
{{/sources}}
{{^sources}}
| 確認中 | | | | | | |
{{/sources}}
{{#moreSources}}

ほか{{moreSources}}(04_lists/connections.csv、case.json を参照)
{{/moreSources}}

## 不審なセッションの通信

| 日時 | IPアドレス | 送信元ポート | アカウント | 操作 | 結果 |
|---|---|---|---|---|---|
{{#connections}}
| {{time}} | {{ip}} | {{port}} | {{account}} | {{action}} | {{outcome}} |
{{/connections}}
{{^connections}}
| 確認中 | | | | | |
{{/connections}}
{{#moreConnections}}

ほか{{moreConnections}}(04_lists/connections.csv を参照)
{{/moreConnections}}

## 証拠

{{#isRedacted}}
- この資料は仮名化されています。生ログ、実際のIPアドレス・アカウントは、元の事案の資料を提出してください。
{{/isRedacted}}
{{^isRedacted}}
- 生ログ(該当箇所): 90_evidence/(封印済み、SHA256SUMS で照合可能)
{{/isRedacted}}
- 入力ファイルとハッシュ値(SHA-256):

| ファイル | SHA-256 |
|---|---|
{{#inputs}}
| {{path}} | {{sha256}} |
{{/inputs}}

## 依頼事項

- 相談・被害届の受理番号: 【番号】(確認中)
- 通信事業者へのログ保全の要請: 【日付】(確認中)
`,
    en: `> DRAFT: for the police and for requests to access providers. Legal and privacy checks it before it is handed over.
>
> - To find a subscriber, the address, the source port and the time to the second are needed together. Where the port is "under investigation", take it from the load balancer's or the web server's log.
> - Access providers keep their logs for a limited time: ask early.

# Unauthorised logins: particulars

- As of: {{asOf}}
- From: 【company, person, contact】
- Service: 【name, URL】
- Clock error: {{clockOffset}}
- Times: {{zone}}, to the second, offset shown
- Logs collected by, how: {{collector}} / {{collectionMethod}}

## Outline

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
- Judged taken over: {{figure.compromised}}; suspected: {{figure.suspected}}
- Money: {{money}}

## Sources

| Address | Country | Provider | Attempts | First | Last | Remark |
|---|---|---|---|---|---|---|
{{#sources}}
| {{ip}} | {{country}} | {{network}} | {{attempts}} | {{first}} | {{last}} | {{note}} |
{{/sources}}
{{^sources}}
| under investigation | | | | | | |
{{/sources}}
{{#moreSources}}

And {{moreSources}} (04_lists/connections.csv, case.json)
{{/moreSources}}

## Connections of the suspicious sessions

| Time | Address | Source port | Account | Act | Result |
|---|---|---|---|---|---|
{{#connections}}
| {{time}} | {{ip}} | {{port}} | {{account}} | {{action}} | {{outcome}} |
{{/connections}}
{{^connections}}
| under investigation | | | | | |
{{/connections}}
{{#moreConnections}}

And {{moreConnections}} (04_lists/connections.csv)
{{/moreConnections}}

## Evidence

{{#isRedacted}}
- This sheet is redacted: hand over the one of the original case, with the real addresses, accounts and raw records.
{{/isRedacted}}
{{^isRedacted}}
- Raw records: 90_evidence/ (sealed; check with SHA256SUMS)
{{/isRedacted}}
- Input files and their SHA-256:

| File | SHA-256 |
|---|---|
{{#inputs}}
| {{path}} | {{sha256}} |
{{/inputs}}

## Asked for

- Reference of the consultation or complaint: 【number】 (under investigation)
- Preservation of logs by access providers: 【date】 (under investigation)
`,
  },
}
