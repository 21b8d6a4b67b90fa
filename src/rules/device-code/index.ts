import { ATTACK_RULES, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { firstUseJudge } from '../define-first-use.ts'
import { defineRule, number } from '../define-rule.ts'

/** A login by device code: whoever sent the code holds the session, whoever typed it passed the second factor for them. */
export const rule = defineRule({
  id: 'device-code',
  title: { en: 'First login by device code', ja: 'デバイスコードでの初めてのログイン' },
  severity: 'low',
  attack: ['T1528', 'T1566.002'],
  tags: ['novelty', 'token', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: {
    action: ['login', 'token-create'],
    outcome: ['success'],
    protocol: ['deviceCode', 'device_code', 'device-code', 'urn:ietf:params:oauth:grant-type:device_code'],
  },
  least: { events: () => 1 },
  needs: ['account', 'success'],
  parameters: {
    ...NEWS_PARAMETERS,
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Did somebody have the owner approve a device that is not theirs?',
    ja: '本人以外の機器を本人に承認させていないか',
  },
  howItDecides: {
    en: 'Reports the first login by device code of an account with a history: low from a network it knows, medium from a new country, from a new network that is not a common carrier, or from an attacking source. An account that begins with it is silent.',
    ja: '履歴のあるアカウントがデバイスコードで初めてログインしたときに報告します。使ったことのある回線からは「低」、新しい国・一般的な通信事業者でない新しい回線・攻撃中の接続元からは「中」とします。最初から使っているアカウントは対象外です。',
  },
  falsePositives: [
    {
      en: 'A television, a meeting room or a command line tool set up by its owner.',
      ja: '本人が設定したテレビ、会議室の機器、コマンドラインツール。',
    },
  ],
  blindSpots: [
    {
      en: 'Systems that log the address of the owner who typed the code, not that of the device.',
      ja: '機器ではなく、コードを入力した本人のIPアドレスを記録するシステム。',
    },
    { en: 'Accounts that use device codes every day.', ja: 'デバイスコードを日常的に使うアカウント。' },
  ],
  messages: {
    usual: {
      en: 'Login to {account} by device code from {source} ({network}, {agent}): the first of this kind after {logins:earlier login|earlier logins}.',
      ja: '{account} に {source}({network}、{agent})から、デバイスコードでのログインが初めて成功しています(過去のログイン {logins}回)。',
    },
    elsewhere: {
      en: 'Login to {account} by device code from {source} ({network}, {agent}): the first of this kind, and from a line it never used, after {logins:earlier login|earlier logins}.',
      ja: '{account} に、使ったことのない回線の {source}({network}、{agent})から、デバイスコードでのログインが初めて成功しています(過去のログイン {logins}回)。',
    },
  },
  state: { isKnown: number() },
  create: ({ parameters, report }) => ({ event: firstUseJudge(newsOptions(parameters), report) }),
})
