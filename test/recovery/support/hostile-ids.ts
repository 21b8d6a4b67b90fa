/** Names as attackers choose them: quotes, expansions, options, controls, what hides, what other syntaxes read. */
export const HOSTILE_IDS: readonly string[] = [
  'auth0|0123456789',
  "o'neil'; touch pwned; '",
  '$(touch pwned)`touch pwned`${HOME}',
  '--blocked=false',
  '-rf',
  'two\nlines\r\n',
  'say "hi" \\ %s %n !x',
  '\u001b]0;owned\u0007\u001b[2J\u202egpj.exe',
  '日本語 太郎@example.jp',
  "*?[a-z]{1,2}~;&|<>#'",
  '../../admin/users?x=1&y=2%2e',
  '\u2018curly\u2019 \u{1f600} \u00a0\u200b',
]
