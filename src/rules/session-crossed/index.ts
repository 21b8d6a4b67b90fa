import { MEMBER_ACTS } from '../../model/vocabulary.ts'
import { defineRule, number } from '../define-rule.ts'

/** One session, two accounts: customers are shown each other's data. */
export const rule = defineRule({
  id: 'session-crossed',
  title: { en: 'One session under two accounts', ja: '1つのセッションでの複数アカウントの利用' },
  severity: 'high',
  attack: ['T1190'],
  tags: ['session', 'exposure'],
  partition: ['session'],
  stage: 2,
  when: {
    action: ['login', 'session-use', ...MEMBER_ACTS],
    outcome: ['success'],
  },
  least: { events: () => 2 },
  needs: ['session', 'account'],
  parameters: {
    window: {
      default: '24h',
      type: 'duration',
      en: 'Longest time between the events of two accounts.',
      ja: '2つのアカウントのイベントの最長間隔。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: "Are customers shown each other's data?",
    ja: '利用者に別の利用者の情報が表示されていないか',
  },
  howItDecides: {
    en: 'Reports a session id that successful events show under two accounts of one system: from two addresses within a day, or back and forth. One account after the other at the same address with the same program is a shared computer and is not reported. It is a fault of the service (a cache, a mixed-up cookie), not a thief: all accounts are named.',
    ja: '同じシステムの1つのセッションIDが、成功したイベントで2つのアカウントに現れる場合に報告します(1日以内に別の接続元から、または交互に現れたとき)。同じ接続元・同じ端末で順番に現れる場合は、共用の端末とみなして報告しません。第三者の不正ではなくサービス側の不具合(キャッシュ、Cookieの取り違えなど)であり、関係するすべてのアカウントを示します。',
  },
  falsePositives: [
    { en: 'A log that writes a device or browser id as its session.', ja: '端末やブラウザーのIDをセッションとして記録するログ。' },
    { en: 'Support staff who act for customers within their own session.', ja: '自分のセッションで利用者の代理操作を行う担当者。' },
  ],
  blindSpots: [
    {
      en: 'Pages of others from a shared cache: no session id shows them.',
      ja: '共有キャッシュによる他人の画面の表示(セッションIDに現れない)。',
    },
    { en: 'Logs without session ids, or that write them at login only.', ja: 'セッションIDがない、またはログイン時にしか記録しないログ。' },
  ],
  messages: {
    crossed: {
      en: 'One session that had been used under another account was used as {account}, from {source}.',
      ja: '別のアカウントで使われていたセッションが、{source} から {account} として使われています。',
    },
  },
  state: { account: number(-1), row: number(-1), source: number(-1), agent: number(-1), timeMs: number(), other: number(-1) },
  create: ({ parameters, report }) => {
    return {
      event: (event, state) => {
        if (event.accountKey < 0 || event.isOthersAct) return
        const isOther = state.account >= 0 && state.account !== event.accountKey
        const isFar = event.sourceKey !== state.source || event.agentKey !== state.agent
        const isBack = state.other === event.accountKey
        if (isOther && (isFar || isBack) && event.timeMs - state.timeMs <= parameters.window)
          report(event, {
            messageId: 'crossed',
            data: { account: event.account ?? '', source: event.source ?? '' },
            evidence: [state.row, event.row],
          })
        if (isOther) state.other = state.account
        state.account = event.accountKey
        state.row = event.row
        state.source = event.sourceKey
        state.agent = event.agentKey
        state.timeMs = event.timeMs
      },
    }
  },
})
