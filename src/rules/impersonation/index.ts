import { ATTACK_RULES, isForeign, isUsualPlace, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { defineRule, number } from '../define-rule.ts'
import type { Severity } from '../../model/vocabulary.ts'

/** Support or an administrator takes an account's seat. */
export const rule = defineRule({
  id: 'impersonation',
  title: { en: 'Account impersonated or opened to support', ja: '管理者・サポートによるなりすまし操作(代理ログイン)' },
  severity: 'low',
  attack: ['T1199', 'T1550'],
  tags: ['privilege', 'insider', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: ['impersonation'], outcome: ['success', 'info'] },
  least: { events: () => 1 },
  needs: ['account'],
  parameters: {
    ...NEWS_PARAMETERS,
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: "Who acted in this account's name?",
    ja: '誰がこのアカウントの名義で操作したか',
  },
  howItDecides: {
    en: 'Lists each act: info when whoever did it was at their usual place, low when the log does not tell what is usual for them, medium when they came from a context new to them or from an attacking source. What is usual is that of the administrator, not of the account.',
    ja: '代理ログインなどの操作を一覧にします。操作した者が普段の環境からであれば「情報」、普段の環境がログから分からなければ「低」、その者にとって普段と異なる環境や攻撃中の接続元からであれば「中」とします。比べるのは対象のアカウントではなく、操作した者の過去の利用です。',
  },
  falsePositives: [{ en: 'Everyday support work.', ja: '日常のサポート業務。' }],
  blindSpots: [
    { en: 'Support tools that log in as the owner without saying so.', ja: '本人としてログインし、それを記録しないサポート用ツール。' },
    {
      en: 'Administrators who do not log in within this log have no past to compare with.',
      ja: 'このログの範囲でログインしていない管理者(比較できる過去の記録がない)。',
    },
  ],
  messages: {
    listed: {
      en: '{account} was impersonated or opened to support from {source}.',
      ja: '{account} に対し、{source} から代理ログインなどの操作が行われています。',
    },
    elsewhere: {
      en: '{account} was impersonated or opened to support from {source}, an attacking source or a context that whoever did it never used before.',
      ja: '{account} に対し、攻撃中の接続元、または操作した者にとって普段と異なる環境の {source} から代理ログインなどの操作が行われています。',
    },
  },
  state: { acts: number() },
  create: ({ parameters, report }) => {
    const options = newsOptions(parameters)
    return {
      event: (event, state) => {
        state.acts += 1
        const isElsewhere = event.threat(0) !== undefined || isForeign(event, options)
        const severity: Severity = isElsewhere ? 'medium' : isUsualPlace(event) ? 'info' : 'low'
        report(event, {
          messageId: isElsewhere ? 'elsewhere' : 'listed',
          severity,
          confidence: isElsewhere ? 'medium' : 'low',
          data: { account: event.account ?? '', source: event.source ?? '', acts: state.acts },
          evidence: [event.row],
        })
      },
    }
  },
})
