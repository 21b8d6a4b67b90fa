import type { Messages } from '../../model/finding.ts'

/** One campaign in a sentence or two. */
export const campaignMessages = {
  'campaign.entered': {
    en: 'From {first} to {last}, {sources:address|addresses} made {attempts:login attempt|login attempts} on {tried:id|ids}, {entered:of which got into an account|of which got into as many accounts}.',
    ja: '{first}から{last}まで、{sources}個のIPアドレスから{tried}個のIDに計{attempts}回のログイン試行があり、うち{entered}アカウントでログインに成功しています。',
  },
  'campaign.tried': {
    en: 'From {first} to {last}, {sources:address|addresses} made {attempts:login attempt|login attempts} on {tried:id|ids}; no login from there is judged or suspected to be a takeover in these logs.',
    ja: '{first}から{last}まで、{sources}個のIPアドレスから{tried}個のIDに計{attempts}回のログイン試行がありました。このログに、これらの攻撃元からの不正ログインと判定・疑いとした記録はありません。',
  },
  'campaign.elsewhere': {
    en: '{count:of the accounts tried is|of the accounts tried are} judged taken over from other addresses.',
    ja: '試行されたアカウントのうち{count}アカウントは、これら以外のIPアドレスからの不正ログインと判定しています。',
  },
  'campaign.foreign-list': {
    en: '{share} of the ids tried are no account known from these logs: probably ids and passwords that leaked elsewhere.',
    ja: '試行されたIDの{share}は会員として確認できず、他社から流出したID・パスワードを使ったパスワードリスト攻撃と推測されます。',
  },
  'campaign.unknown-ids': {
    en: '{share} of the ids tried are no account known from these logs.',
    ja: '試行されたIDの{share}は会員として確認できません。',
  },
} as const satisfies Messages
