import { DAY_MS } from '../../kernel/time-units.ts'
import { defineRule, number } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'

/** An account that nobody used for long is used again. */
export const rule = defineRule({
  id: 'dormant-login',
  title: { en: 'Login of a dormant account', ja: '長期間使われていないアカウントでのログイン成功' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['roster', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  list: 'roster',
  among: 'roster',
  when: { action: ['login'], outcome: ['success'] },
  needs: ['account', 'success'],
  parameters: {
    idle: { default: '90d', type: 'duration', en: 'Time without use that makes an account dormant.', ja: '休眠とみなす、利用のない期間。' },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Does an account come to life that nobody had used?',
    ja: '長期間使われていなかったアカウントが急に使われていないか',
  },
  howItDecides: {
    en: "Only for accounts of the roster, because in a log of customers a pause says nothing: those it calls dormant, and those with a last use before the log. Reported is the first login after a pause of 90 days, counted from the roster's last use and from the last login of this log.",
    ja: '人員リスト(--roster)にあるアカウントだけを対象とします(一般会員では利用の間隔は手掛かりにならないため)。休眠とされたもの、または最終利用日の記載があるものについて、最終利用日またはこのログでの直前のログインから90日以上たったログインを報告します。',
  },
  falsePositives: [{ en: 'Someone back from a long leave.', ja: '長期休暇・休職からの復帰。' }],
  blindSpots: [
    {
      en: 'Accounts without a line in the roster, and logs that begin after the pause.',
      ja: '人員リストにないアカウント、休眠期間の後から始まるログ。',
    },
  ],
  messages: {
    woke: {
      en: '{account} was entered from {source} ({network}) with {agent} after {days:day|days} without use.',
      ja: '{account} は {days}日間利用がなかった後に、{source}({network})から {agent} でログインに成功しています。',
    },
    listed: {
      en: '{account}, listed as dormant, was entered from {source} ({network}) with {agent}.',
      ja: '休眠とされている {account} に、{source}({network})から {agent} でログインに成功しています。',
    },
  },
  state: { logins: number(), lastMs: number(Number.NaN) },
  create: ({ parameters, report }) => ({
    event: (event, state) => {
      const { person, usual } = event
      if (person === undefined || event.isOthersAct) return
      const isListed = person.roles.has('dormant')
      if (!isListed && person.lastUsed === undefined) return
      // Once woken it is awake, whoever woke it: what was reported is not reported again every day.
      const known = [usual.lastMs, state.lastMs, (person.lastUsed ?? Number.NaN) / 1000].filter((ms) => ms < event.timeMs)
      state.lastMs = event.timeMs
      const lastMs = Math.max(...known)
      if (known.length > 0 && event.timeMs - lastMs < parameters.idle) return
      state.logins += 1
      report(event, {
        messageId: known.length > 0 ? 'woke' : 'listed',
        data: {
          ...whoAndWhere(event),
          ...(known.length > 0 ? { days: Math.floor((event.timeMs - lastMs) / DAY_MS) } : {}),
          logins: state.logins,
        },
        evidence: [event.row],
      })
    },
  }),
})
