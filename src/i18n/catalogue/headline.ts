import type { Messages } from '../../model/finding.ts'

/**
 * The answer in one line. Data: campaign and takeover `{method, compromised, suspected, max}`; whatever a headline does
 * not bring is taken from the summary: `attempts`, `triedMembers`, `first`, `last`, `events`.
 */
export const headlineMessages = {
  'headline.campaign': {
    en: '{method}. Judged taken over {compromised}, suspected {suspected} (at most {max:account|accounts})',
    ja: '{method}。不正ログインと判定 {compromised}、疑い {suspected}(最大 {max} アカウント)',
  },
  'headline.takeover': {
    en: 'Account takeover. Judged taken over {compromised}, suspected {suspected} (at most {max:account|accounts})',
    ja: '不正ログイン。不正ログインと判定 {compromised}、疑い {suspected}(最大 {max} アカウント)',
  },
  'headline.attempts-shared': {
    en: "Attacked: {attempts:attempt|attempts}; in the logs from {first} to {last}, logins from the attack's sources are judged to be those of members on a shared line",
    ja: '不正ログインの試行 {attempts}回。{first}〜{last}のこのログにある攻撃元からのログイン成功は、共用回線の利用者のものと判定しました',
  },
  'headline.attempts-only': {
    en: 'Attacked: {attempts:attempt|attempts}; the logs from {first} to {last} record no login success from the attack sources',
    ja: '不正ログインの試行 {attempts}回。{first}〜{last}のこのログに、攻撃元からのログイン成功の記録はありません',
  },
  'headline.misuse': {
    en: 'Possible misuse from inside on {misuse:account|accounts}; no sign of account takeover was found in these logs from {first} to {last}',
    ja: '内部者による不適切な利用の疑い {misuse}アカウント({first}〜{last}のこのログからは、第三者による不正ログインを示す記録は確認されていません)',
  },
  'headline.exposure': {
    en: 'A fault may have shown the data of {exposure:account|accounts} to other users; no sign of account takeover was found in these logs from {first} to {last}',
    ja: 'システム不具合により別の利用者に表示された可能性 {exposure}アカウント({first}〜{last}のこのログからは、第三者による不正ログインを示す記録は確認されていません)',
  },
  'headline.misuse-exposure': {
    en: 'Possible misuse from inside on {misuse:account|accounts}, and a fault that may have shown the data of {exposure:account|accounts} to other users (logs from {first} to {last})',
    ja: '内部者による不適切な利用の疑い {misuse}アカウント、システム不具合により別の利用者に表示された可能性 {exposure}アカウント(ログ {first}〜{last})',
  },
  'headline.nothing': {
    en: 'No sign of account takeover was found in these logs from {first} to {last}; what they do not record cannot be judged',
    ja: '{first}〜{last}のこのログからは、不正ログインを示す記録は確認されていません(ログにない操作は判断できません)',
  },
  'headline.attempts-shared-in-part': {
    en: "Attacked: {attempts:attempt|attempts}. These logs were read only in part: in what was read, from {first} to {last}, logins from the attack's sources are judged to be those of members on a shared line",
    ja: '不正ログインの試行 {attempts}回。ログの一部しか読み取れていません。読み取れた範囲({first}〜{last})にある攻撃元からのログイン成功は、共用回線の利用者のものと判定しました',
  },
  'headline.attempts-only-in-part': {
    en: 'Attacked: {attempts:attempt|attempts}. These logs were read only in part: what was read, from {first} to {last}, records no login success from the attack sources',
    ja: '不正ログインの試行 {attempts}回。ログの一部しか読み取れていません。読み取れた範囲({first}〜{last})に、攻撃元からのログイン成功の記録はありません',
  },
  'headline.misuse-in-part': {
    en: 'Possible misuse from inside on {misuse:account|accounts}. These logs were read only in part: in what was read, from {first} to {last}, there is no sign of account takeover',
    ja: '内部者による不適切な利用の疑い {misuse}アカウント。ログの一部しか読み取れていません。読み取れた範囲({first}〜{last})には、第三者による不正ログインを示す記録はありません',
  },
  'headline.exposure-in-part': {
    en: 'A fault may have shown the data of {exposure:account|accounts} to other users. These logs were read only in part: in what was read, from {first} to {last}, there is no sign of account takeover',
    ja: 'システム不具合により別の利用者に表示された可能性 {exposure}アカウント。ログの一部しか読み取れていません。読み取れた範囲({first}〜{last})には、第三者による不正ログインを示す記録はありません',
  },
  'headline.nothing-in-part': {
    en: 'These logs were read only in part. In what was read, from {first} to {last}, there is no sign of account takeover; the rest cannot be judged (see caveats)',
    ja: 'ログの一部しか読み取れていません。読み取れた範囲({first}〜{last})には不正ログインを示す記録はありませんが、残りの部分は判断できません(留意点を参照)',
  },
  'headline.undetermined': {
    en: 'Cannot be determined: these logs cannot tell whether anyone got in (see caveats)',
    ja: '判定不能。このログでは不正ログインの有無を判断できません(留意点を参照)',
  },
  'headline.no-events': {
    en: 'Not one login event could be read; check the inputs and their format',
    ja: 'ログインの記録を1件も読み取れませんでした。入力ファイルとログ形式を確認してください',
  },
} as const satisfies Messages
