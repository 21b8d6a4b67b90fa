import { ATTACK_RULES, isForeign, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { defineRule, number } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'

/** Consent to an application that hardly anybody here uses: access that outlives every password reset. */
export const rule = defineRule({
  id: 'rare-consent',
  title: { en: 'Consent to a client that hardly anybody uses', ja: 'ほとんど利用されていないアプリへの連携許可' },
  severity: 'low',
  attack: ['T1528'],
  tags: ['change', 'consent', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: ['consent-grant'], outcome: ['success', 'info'] },
  least: { events: () => 1 },
  needs: ['account', 'change', 'success'],
  parameters: {
    accounts: {
      default: 2,
      type: 'count',
      en: 'Accounts of this log that used the client before, at most.',
      ja: '以前にそのクライアントを使った、このログのアカウント数の上限。',
    },
    ...NEWS_PARAMETERS,
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Was an application let in that has no business here?',
    ja: '利用実績のないアプリに連携が許可されていないか',
  },
  howItDecides: {
    en: 'Counts how many accounts had logged in to the client or consented to it up to the last full hour. At most two is low, medium where the consent came from a context new to whoever gave it. Silent until the log holds 1,000 successful logins and a day of them, because before that every client is rare.',
    ja: '直近の正時までにそのアプリへログインまたは連携許可をしたアカウントを数え、2個以下なら「低」、許可が普段と異なる環境から行われたときは「中」とします。ログに成功1,000件かつ1日分がたまるまでは、どのアプリも珍しく見えるため判断しません。',
  },
  falsePositives: [
    { en: 'The first users of a new application.', ja: '新しいアプリケーションの最初の利用者。' },
    { en: "A developer's own client.", ja: '開発者自身のクライアント。' },
  ],
  blindSpots: [
    { en: 'An application that posed as a known client.', ja: '既知のクライアントになりすましたアプリケーション。' },
    {
      en: 'The same application consented to by many within one hour: the first full hour shows it as rare, later ones do not.',
      ja: '1時間以内に多数が同意した同じアプリケーション(最初の1時間だけがまれとみなされる)。',
    },
    { en: 'Logs whose consents name no client.', ja: '同意の記録にクライアントの記載がないログ。' },
  ],
  messages: {
    rare: {
      en: '{account} consented to {client}, which {accounts:account|accounts} of this log used before; from {source} ({network}, {agent}).',
      ja: '{account} がアプリ {client} への連携を許可しています({source}、{network}、{agent})。このログでこれまでに利用したアカウントは {accounts}個です。',
    },
    elsewhere: {
      en: '{account} consented to {client}, which {accounts:account|accounts} of this log used before, from {source} ({network}, {agent}), a context never used before.',
      ja: '{account} が普段と異なる環境の {source}({network}、{agent})からアプリ {client} への連携を許可しています。このログでこれまでに利用したアカウントは {accounts}個です。',
    },
  },
  state: { client: number(-1) },
  create: ({ parameters, report }) => {
    const options = newsOptions(parameters)
    return {
      event: (event, state) => {
        const { facts, clientKey } = event
        // Asked again for the same client (more scopes, a new device) is no news.
        if (clientKey < 0 || clientKey === state.client) return
        state.client = clientKey
        if (!facts.mature || facts.clientAccounts > parameters.accounts) return
        const isElsewhere = isForeign(event, options)
        report(event, {
          messageId: isElsewhere ? 'elsewhere' : 'rare',
          severity: isElsewhere ? 'medium' : 'low',
          data: {
            ...whoAndWhere(event),
            client: event.client ?? '',
            accounts: facts.clientAccounts,
          },
          evidence: [event.row],
        })
      },
    }
  },
})
