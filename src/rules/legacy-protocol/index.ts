import { ATTACK_RULES, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { firstUseJudge } from '../define-first-use.ts'
import { defineRule, number } from '../define-rule.ts'

/** A login past the second factor: old mail protocols and the password grant cannot ask for one. */
export const rule = defineRule({
  id: 'legacy-protocol',
  title: { en: 'First login by a legacy protocol or password grant', ja: '旧式プロトコル・パスワードグラントでの初めてのログイン' },
  severity: 'low',
  attack: ['T1078', 'T1110'],
  tags: ['novelty', 'mfa', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: ['login'], outcome: ['success'], protocol: ['legacy:*', 'password-grant', 'ropc', 'xmlrpc'] },
  least: { events: () => 1 },
  needs: ['account', 'success'],
  parameters: {
    ...NEWS_PARAMETERS,
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Did somebody get in by a way that asks for no second factor?',
    ja: '追加認証を求めない経路でログインされていないか',
  },
  howItDecides: {
    en: 'Reports the first login of an account with a history by a protocol that can ask for nothing but the password: low from a network it knows, medium from a new country, from a new network that is not a common carrier, or from an attacking source. An account that begins with such a protocol is silent: it always used it.',
    ja: '履歴のあるアカウントが、パスワード以外を求められないプロトコルで初めてログインしたときに報告します。使ったことのある回線からは「低」、新しい国・一般的な通信事業者でない新しい回線・攻撃中の接続元からは「中」とします。最初からそのプロトコルを使っているアカウントは対象外です。',
  },
  falsePositives: [
    { en: 'A mail program or a printer set up anew.', ja: '新しく設定したメールソフトや複合機。' },
    { en: "A script of the owner's own.", ja: '本人のスクリプト。' },
  ],
  blindSpots: [
    { en: 'Logs that name no protocol.', ja: 'プロトコルを記録しないログ。' },
    { en: 'Accounts that use the protocol every day: nothing is new then.', ja: 'そのプロトコルを日常的に使うアカウント(新しさがない)。' },
  ],
  messages: {
    usual: {
      en: 'Login to {account} by {protocol} from {source} ({network}, {agent}): the first of this kind after {logins:earlier login|earlier logins}. It asks for no second factor.',
      ja: '{account} に {source}({network}、{agent})から、追加認証を求めない方式({protocol})でのログインが初めて成功しています(過去のログイン {logins}回)。',
    },
    elsewhere: {
      en: 'Login to {account} by {protocol} from {source} ({network}, {agent}): the first of this kind, and from a line it never used, after {logins:earlier login|earlier logins}. It asks for no second factor.',
      ja: '{account} に、使ったことのない回線の {source}({network}、{agent})から、追加認証を求めない方式({protocol})でのログインが初めて成功しています(過去のログイン {logins}回)。',
    },
  },
  state: { isKnown: number() },
  create: ({ parameters, report }) => ({
    event: firstUseJudge(newsOptions(parameters), report, ({ protocol }) => ({ protocol: protocol ?? '' })),
  }),
})
