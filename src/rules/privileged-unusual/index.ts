import { defineRule, number } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'
import { createWorkingTime } from '../define-working-time.ts'

/** Power used at an odd hour or from an odd place. */
export const rule = defineRule({
  id: 'privileged-unusual',
  title: { en: 'Privileged account off-hours or from a new network', ja: '特権アカウントの時間外・新しいネットワークからのログイン成功' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['roster', 'privilege', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  list: 'roster',
  among: 'privileged',
  when: { action: ['login'], outcome: ['success'] },
  needs: ['account', 'success'],
  parameters: {
    hours: {
      default: 'Mon-Fri 07:00-21:00',
      type: 'hours',
      en: 'Working hours where the roster says none, on the wall clock of its zone.',
      ja: '人員リストに時間の記載がない場合の勤務時間(人員リストのタイムゾーン)。',
    },
    minSuccesses: {
      default: 5,
      type: 'count',
      en: 'Logins without which no network is new.',
      ja: '新しいネットワークとみなすために必要な、過去のログインの回数。',
    },
    gap: { default: '12h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is a powerful account used when or where its owner does not work?',
    ja: '特権アカウントが、勤務時間外や普段と異なる場所で使われていないか',
  },
  howItDecides: {
    en: 'For accounts that the roster calls privileged: a login outside the working hours (holidays of the roster included) or from a network that the account never used is medium, both together are high.',
    ja: '人員リスト(--roster)で特権とされたアカウントについて、勤務時間外(休日を含む)のログイン、または過去に利用のないネットワークからのログインを「中」、両方がそろう場合を「高」で報告します。',
  },
  falsePositives: [
    { en: 'Emergency work and planned maintenance at night.', ja: '緊急対応や計画された夜間作業。' },
    { en: 'Business trips.', ja: '出張。' },
  ],
  blindSpots: [{ en: 'Misuse at noon from the office.', ja: '勤務時間中に社内から行われる不正な利用。' }],
  messages: {
    'off-hours': {
      en: 'The privileged account {account} was entered outside working hours from {source} ({network}) with {agent}.',
      ja: '特権アカウント {account} に、勤務時間外に {source}({network})から {agent} でログインに成功しています。',
    },
    'new-network': {
      en: 'The privileged account {account} was entered from {source} on a network it never used ({network}) with {agent}.',
      ja: '特権アカウント {account} に、過去に利用のないネットワークの {source}({network})から {agent} でログインに成功しています。',
    },
    both: {
      en: 'The privileged account {account} was entered outside working hours from {source} on a network it never used ({network}) with {agent}.',
      ja: '特権アカウント {account} に、勤務時間外に、過去に利用のないネットワークの {source}({network})から {agent} でログインに成功しています。',
    },
  },
  state: { logins: number() },
  create: ({ parameters, report }) => {
    const isAtWork = createWorkingTime()
    return {
      event: (event, state) => {
        const { person, usual } = event
        if (person === undefined || event.isOthersAct) return
        const isOff = isAtWork(person, event.timeMs, parameters.hours) === false
        const isNew = event.networkKey >= 0 && usual.successes >= parameters.minSuccesses && usual.sameNetwork === 0
        if (!isOff && !isNew) return
        state.logins += 1
        report(event, {
          messageId: isOff && isNew ? 'both' : isOff ? 'off-hours' : 'new-network',
          severity: isOff && isNew ? 'high' : 'medium',
          data: {
            ...whoAndWhere(event),
            logins: state.logins,
          },
          evidence: [event.row],
        })
      },
    }
  },
})
