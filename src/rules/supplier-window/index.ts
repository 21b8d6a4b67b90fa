import { defineRule, number } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'
import { createWorkingTime } from '../define-working-time.ts'

/** A supplier comes when nothing was agreed. */
export const rule = defineRule({
  id: 'supplier-window',
  title: { en: "Supplier's account outside its agreed window", ja: '委託先アカウントの取り決め外の利用' },
  severity: 'medium',
  attack: ['T1199', 'T1078'],
  tags: ['roster', 'insider', 'account'],
  partition: ['account'],
  stage: 2,
  list: 'roster',
  among: 'supplier',
  when: { action: ['login', 'session-use'], outcome: ['success'] },
  needs: ['account', 'success'],
  parameters: {
    gap: { default: '12h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: "Is a supplier's account used when nothing was agreed?",
    ja: '委託先のアカウントが、取り決めた期間・時間の外で使われていないか',
  },
  howItDecides: {
    en: 'For accounts that the roster calls suppliers, with what the roster says was agreed: outside the weekly hours (and on holidays) is medium, outside the agreed period is high. Where nothing is written, nothing is reported.',
    ja: '人員リスト(--roster)で委託先とされたアカウントについて、取り決めた曜日・時間の外(休日を含む)の利用を「中」、取り決めた期間の外の利用を「高」で報告します。取り決めの記載がなければ報告しません。',
  },
  falsePositives: [{ en: 'Work that was agreed by telephone.', ja: '電話など口頭で合意した作業。' }],
  blindSpots: [{ en: 'Agreements that the roster does not hold.', ja: '人員リストに記載のない取り決め。' }],
  messages: {
    hours: {
      en: "The supplier's account {account} was used outside its agreed hours from {source} ({network}) with {agent}.",
      ja: '委託先アカウント {account} が、取り決めた時間外に {source}({network})から {agent} で利用されています。',
    },
    period: {
      en: "The supplier's account {account} was used outside its agreed period from {source} ({network}) with {agent}.",
      ja: '委託先アカウント {account} が、取り決めた期間外に {source}({network})から {agent} で利用されています。',
    },
  },
  state: { uses: number() },
  create: ({ report }) => {
    const isAtWork = createWorkingTime()
    return {
      event: (event, state) => {
        const { person } = event
        if (person === undefined || event.isOthersAct) return
        const micros = event.timeMs * 1000
        const isOutside = (person.from !== undefined && micros < person.from) || (person.until !== undefined && micros >= person.until)
        if (!isOutside && isAtWork(person, event.timeMs, undefined) !== false) return
        state.uses += 1
        report(event, {
          messageId: isOutside ? 'period' : 'hours',
          severity: isOutside ? 'high' : 'medium',
          data: {
            ...whoAndWhere(event),
            uses: state.uses,
          },
          evidence: [event.row],
        })
      },
    }
  },
})
