/** Whose values stand under a heading. */
export type Section = 'subject' | 'target' | 'member'
/** What a label under such a heading is about. */
export type Part = 'sid' | 'name' | 'old-name' | 'logon-id'

/**
 * Headings and labels of the messages of the Security log, without the colon and in lower case. English as in
 * https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4625 and its siblings, Japanese as in
 * https://learn.microsoft.com/ja-jp/windows/security/threat-protection/auditing/event-4625; some words changed between versions.
 */
export const sections: Readonly<Record<string, Section>> = {
  subject: 'subject',
  'new logon': 'target',
  'account for which logon failed': 'target',
  'account whose credentials were used': 'target',
  'account information': 'target',
  'account that was locked out': 'target',
  'target account': 'target',
  'new account': 'target',
  group: 'target',
  member: 'member',
  サブジェクト: 'subject',
  新しいログオン: 'target',
  ログオンを失敗したアカウント: 'target',
  ログオンに失敗したアカウント: 'target',
  資格情報が使用されたアカウント: 'target',
  アカウント情報: 'target',
  ロックアウトされたアカウント: 'target',
  'ターゲット アカウント': 'target',
  対象アカウント: 'target',
  新しいアカウント: 'target',
  グループ: 'target',
  メンバー: 'member',
}

export const parts: Readonly<Record<string, Part>> = {
  'security id': 'sid',
  'user id': 'sid',
  'account name': 'name',
  'group name': 'name',
  'old account name': 'old-name',
  'logon id': 'logon-id',
  'セキュリティ id': 'sid',
  'ユーザー id': 'sid',
  アカウント名: 'name',
  グループ名: 'name',
  古いアカウント名: 'old-name',
  'ログオン id': 'logon-id',
}

/** Labels that mean the same under any heading; the values are the names of the XML. */
export const labels: Readonly<Record<string, string>> = {
  'logon type': 'LogonType',
  status: 'Status',
  'sub status': 'SubStatus',
  'failure code': 'Status',
  'result code': 'Status',
  'error code': 'Status',
  'source network address': 'IpAddress',
  'network address': 'IpAddress',
  'client address': 'IpAddress',
  'source port': 'IpPort',
  'client port': 'IpPort',
  port: 'IpPort',
  'workstation name': 'WorkstationName',
  'source workstation': 'Workstation',
  'client name': 'ClientName',
  'logon account': 'TargetUserName',
  'ログオン タイプ': 'LogonType',
  ログオンの種類: 'LogonType',
  状態: 'Status',
  ステータス: 'Status',
  'サブ ステータス': 'SubStatus',
  失敗コード: 'Status',
  結果コード: 'Status',
  'エラー コード': 'Status',
  'ソース ネットワーク アドレス': 'IpAddress',
  'ネットワーク アドレス': 'IpAddress',
  'クライアント アドレス': 'IpAddress',
  'ソース ポート': 'IpPort',
  'クライアント ポート': 'IpPort',
  ポート: 'IpPort',
  ワークステーション名: 'WorkstationName',
  'ソース ワークステーション': 'Workstation',
  クライアント名: 'ClientName',
  'ログオン アカウント': 'TargetUserName',
}
