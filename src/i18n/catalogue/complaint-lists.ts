import type { Messages } from '../../model/finding.ts'

/** What is wrong with the organisation's own lists. */
export const listComplaints = {
  'complaint.victims-columns': {
    en: '--victims: {path}:{line}: no column says which account is meant.\n  Its columns are {columns}. Name one account, user_id, email or login_id in the first line, or write one account per line.',
    ja: '--victims: {path}:{line}: アカウントを示す列が見つかりません。\n  列: {columns}。1行目で列名を account、user_id、email、会員ID などにするか、1行に1アカウントで書いてください。',
  },
  'complaint.list-columns': {
    en: '{option}: {at}: several columns, but no name that says what they hold.\n  Name them in the first line: {known}.',
    ja: '{option}: {at}: 列が複数ありますが、列名が分かりません。\n  1行目に列名を書いてください: {known}',
  },
  'complaint.list-value': {
    en: '{option}: {at}: a text, a number or a list of them is expected here.\n  docs/LISTS.md shows the form.',
    ja: '{option}: {at}: ここには文字列・数値、またはその一覧を書いてください。\n  書き方は docs/LISTS.md にあります。',
  },
  'complaint.list-missing': {
    en: '{option}: {at}: the list "{list}:" is missing.\n  Write one entry per line after "- "; docs/LISTS.md shows the form.',
    ja: '{option}: {at}: 一覧「{list}:」がありません。\n  1件ずつ「- 」に続けて書いてください。書き方は docs/LISTS.md にあります。',
  },
  'complaint.list-time': {
    en: '{option}: {at}: {key}: "{value}" is not a time.\n  Write 2026-11-21 or 2026-11-21T02:14:05+09:00.',
    ja: '{option}: {at}: {key}: "{value}" は日時として読めません。\n  2026-11-21、2026-11-21T02:14:05+09:00 の形で書いてください。',
  },
  'complaint.list-asn': {
    en: '{option}: {at}: "{value}" is not the number of a network.\n  Write AS64500 or 64500.',
    ja: '{option}: {at}: "{value}" はAS番号として読めません。\n  AS64500 または 64500 の形で書いてください。',
  },
  'complaint.address': {
    en: '{option}: "{value}" is not an address or a range of addresses.\n  Write 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32.',
    ja: '{option}: "{value}" はIPアドレスまたはその範囲として読めません。\n  203.0.113.7、203.0.113.0/24、2001:db8::/32 の形で指定してください。',
  },
  'complaint.list-address': {
    en: '{option}: {at}: "{value}" is not an address or a range of addresses.\n  Write 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32; AS64500, network: NAME and agent: NAME name other things.',
    ja: '{option}: {at}: "{value}" はIPアドレスまたはその範囲として読めません。\n  203.0.113.7、203.0.113.0/24、2001:db8::/32 の形で書いてください。ほかに AS64500、network: 名称、agent: 名称 が書けます。',
  },
  'complaint.list-nothing': {
    en: '{option}: {at}: this entry names no address, network or program.\n  Give it one of address, asn, network, agent.',
    ja: '{option}: {at}: IPアドレス・ネットワーク・プログラムのいずれの指定もありません。\n  address、asn、network、agent のいずれかを書いてください。',
  },
  'complaint.roster-role': {
    en: '{option}: {at}: "{value}" is not a role that is known.\n  Known: {known}.',
    ja: '{option}: {at}: "{value}" という区分はありません。\n  指定できる区分: {known}',
  },
  'complaint.roster-hours': {
    en: '{option}: {at}: "{value}" cannot be read as weekly hours.\n  Write Mon-Fri 09:00-18:00, several spans with ";" between them.',
    ja: '{option}: {at}: "{value}" は曜日と時刻として読めません。\n  月-金 09:00-18:00 の形で書いてください(複数は ";" で区切る)。',
  },
  'complaint.roster-nobody': {
    en: '{option}: {at}: this entry names no account.\n  Give it account: or also:, as the logs write it.',
    ja: '{option}: {at}: アカウントの指定がありません。\n  account または also に、ログの表記どおりに書いてください。',
  },
  'complaint.victims-empty': {
    en: '--victims: {path} names no account.\n  Write one account per line, or a CSV file with a column account, user_id or email.',
    ja: '--victims: {path} にアカウントの記載がありません。\n  1行に1アカウントで書くか、account・user_id・email などの列のあるCSVにしてください。',
  },
} as const satisfies Messages
