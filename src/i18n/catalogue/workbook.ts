import type { Messages } from '../../model/finding.ts'

/** Sheets and columns of `01_accounts.xlsx`. */
export const workbookMessages = {
  'sheet.summary': { en: 'Summary', ja: '概要' },
  'sheet.A': { en: 'A viewed or unknown', ja: 'A 閲覧のみ・判別不能' },
  'sheet.B': { en: 'B contact or factor changed', ja: 'B 連絡先等の変更' },
  'sheet.C': { en: 'C money or goods lost', ja: 'C 金銭被害' },
  'sheet.password-known': { en: 'Password known', ja: 'パスワード一致(未ログイン)' },
  'sheet.undetermined': { en: 'Undetermined', ja: '判定不能' },
  'sheet.figure': { en: 'Figure', ja: '項目' },
  'sheet.value': { en: 'Number', ja: '件数' },
  'sheet.unit': { en: 'Unit', ja: '単位' },
  'sheet.exact': {
    en: 'Cells are text. An apostrophe stands before what a spreadsheet would evaluate; ids exactly as logged are in 01_accounts.csv.',
    ja: "セルはすべて文字列です。表計算ソフトが式とみなす値には先頭に「'」を付けています。ログの記載どおりのIDは 01_accounts.csv にあります。",
  },
  'sheet.redacted': {
    en: 'Cells are text. This case is redacted: accounts, names and addresses are not those of the logs.',
    ja: 'セルはすべて文字列です。この事案は仮名化されており、アカウント・氏名・IPアドレスはログの記載と異なります。',
  },
  'column.account': { en: 'Account', ja: 'アカウント' },
  'column.provider': { en: 'System', ja: 'システム' },
  'column.tenant': { en: 'Tenant', ja: 'テナント' },
  'column.names': { en: 'Names', ja: '登録名' },
  'column.verdict': { en: 'Verdict', ja: '判定' },
  'column.decision': { en: 'Decision', ja: '担当者の判断' },
  'column.decided_by': { en: 'Decided by', ja: '判断者' },
  'column.decided_at': { en: 'Decided at', ja: '判断日時' },
  'column.first_bad_success': { en: 'First bad login', ja: '最初の不審なログイン' },
  'column.last_bad_success': { en: 'Last bad login', ja: '最後の不審なログイン' },
  'column.campaign': { en: 'Campaign', ja: '攻撃' },
  'column.actions_after_login': { en: 'Done after login', ja: 'ログイン後の操作' },
  'column.contact_changed': { en: 'Contact changed', ja: '連絡先の変更' },
  'column.factor_changed': { en: 'Factor changed', ja: '認証要素の変更' },
  'column.password_known': { en: 'Password known', ja: 'パスワード一致' },
  'column.mailbox_at_risk': { en: 'Mailbox at risk', ja: 'メールボックスの被害の可能性' },
  'column.class': { en: 'Class', ja: '区分' },
} as const satisfies Messages
