import { defineRule, number } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'

/** Somebody who left is still let in. */
export const rule = defineRule({
  id: 'departed-login',
  title: { en: 'Login of somebody who has left', ja: '退職・離任した人のアカウントでのログイン成功' },
  severity: 'high',
  attack: ['T1078'],
  tags: ['roster', 'insider', 'account'],
  partition: ['account'],
  stage: 2,
  list: 'roster',
  among: 'departed',
  when: {
    action: [
      'login',
      'session-use',
      'token-create',
      'data-export',
      'message-read',
      'profile-view',
      'password-change',
      'password-reset',
      'mfa-enroll',
    ],
    outcome: ['success'],
  },
  needs: ['account', 'success'],
  parameters: {
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is an account used after its owner has left?',
    ja: '退職・離任の後に使われているアカウントはないか',
  },
  howItDecides: {
    en: 'Reports every success of an account that the roster calls departed, from the end of the day of leaving on; without a date, every success. Acts of others on the account (its removal) do not count.',
    ja: '人員リスト(--roster)で退職・離任となっているアカウントについて、退職日の終わり以降の成功をすべて報告します(日付がなければすべての成功)。アカウントの削除など、本人以外による操作は数えません。',
  },
  falsePositives: [
    { en: 'A date in the roster that is wrong, or a person who came back.', ja: '人員リストの日付の誤り、再雇用。' },
    { en: 'A mailbox or account that was handed over on purpose.', ja: '引き継ぎのために意図して残したアカウント。' },
  ],
  blindSpots: [
    { en: 'Accounts that the roster does not tie to the person.', ja: '人員リストに記載のないアカウント。' },
    { en: 'Tokens and keys whose use the log does not show.', ja: '利用がログに残らないトークンや鍵。' },
  ],
  messages: {
    used: {
      en: '{account} was used from {source} ({network}) with {agent}, though its owner left on {departed}.',
      ja: '{account} は {departed} に退職・離任した人のアカウントですが、{source}({network})から {agent} で利用されています。',
    },
  },
  state: { uses: number() },
  create: ({ report }) => ({
    event: (event, state) => {
      const { person } = event
      if (person === undefined || event.isOthersAct) return
      if (person.departed !== undefined && event.timeMs * 1000 < person.departed) return
      state.uses += 1
      report(event, {
        messageId: 'used',
        confidence: 'high',
        data: {
          ...whoAndWhere(event),
          departed: person.departed === undefined ? '' : { time: person.departed - 1 },
          uses: state.uses,
        },
        evidence: [event.row],
      })
    },
  }),
})
