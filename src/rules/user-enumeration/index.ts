import { createTally } from '../../kernel/tally.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, Window } from '../define-rule.ts'
import { GUESS_REASONS, subjectOf } from '../define-signals.ts'

/** One address tries names that mostly belong to nobody (G8). */
export const rule = defineRule({
  id: 'user-enumeration',
  title: { en: 'Search for valid accounts', ja: '存在するアカウントの探索' },
  severity: 'medium',
  attack: ['T1589.001', 'T1110'],
  tags: ['enumeration', 'campaign', 'source'],
  partition: ['source'],
  stage: 1,
  when: {
    action: ['login', 'signup', 'password-reset-request'],
    outcome: ['failure', 'blocked', 'success', 'challenge'],
    reason: [...GUESS_REASONS, 'locked'],
    opens: ['failure', 'blocked'],
  },
  least: { events: ({ unknown }) => unknown },
  needs: ['ip', 'username'],
  parameters: {
    window: { default: '10m', type: 'duration', en: 'Time within which names are counted.', ja: 'アカウント名を数える期間。' },
    unknown: {
      default: 8,
      type: 'count',
      en: 'Different names that belong to no account.',
      ja: '該当するアカウントのない、異なる名前の数。',
    },
    validShare: {
      default: 0.2,
      type: 'ratio',
      en: 'Below this share of names that do belong to one.',
      ja: '該当するアカウントのある名前の割合がこれ未満であること。',
    },
    gap: { default: '30m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is this source trying to find out which accounts exist?',
    ja: 'この接続元はどのアカウントが存在するかを探っているか',
  },
  howItDecides: {
    en: "Counts the different names per address (IPv6: /64) that the log says belong to no account, against those that may. The share of unknown names is also what tells somebody else's leaked list from one's own.",
    ja: '接続元のIPアドレス(IPv6は/64)ごとに、会員ではないとログが示すIDの種類を数え、会員の可能性があるIDの割合と比べます。会員でないIDの割合は、他社から流出したリストかどうかの判断材料にもなります。',
  },
  falsePositives: [
    {
      en: "A log-in form with a misspelt domain filled in by a company's single sign-on.",
      ja: '企業のシングルサインオンが、ドメインを誤って入力欄に補う場合。',
    },
    {
      en: 'A member who searches for a forgotten ID: rarely eight different ones in ten minutes.',
      ja: '忘れたIDを探す会員(10分間に異なる8個を試すことはまれ)。',
    },
  ],
  blindSpots: [
    {
      en: 'Systems that answer alike for unknown names and wrong passwords (the log then cannot tell).',
      ja: '存在しない名前とパスワード誤りに同じ応答をするシステム(ログから区別できない)。',
    },
  ],
  messages: {
    enumeration: {
      en: '{source} tried {users:ID|IDs} within {window}; {unknown} of them belong to no account ({count} such attempts in all).',
      ja: '{source} から {window}以内に {users}個のIDが試され、うち {unknown}個は会員として確認できません(該当する試行は計 {count}回)。',
    },
  },
  state: { unknown: recent(128), others: recent(64), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const tally = createTally()
    const addSubject = (_timeMs: number, subject: number): void => tally.add(subject)
    const distinctOf = (window: Window, sinceMs: number): number => {
      tally.begin(window.countSince(sinceMs))
      window.each(sinceMs, addSubject)
      return tally.distinct()
    }
    const isUnknown = ({ reason, accountKnown }: RuleEvent): boolean => reason === 'unknown-account' || accountKnown === false
    return {
      event: (event, state) => {
        const sinceMs = event.timeMs - parameters.window
        if (!isUnknown(event)) {
          state.others.push(event.timeMs, subjectOf(event), 0, event.row)
          return
        }
        state.unknown.push(event.timeMs, subjectOf(event), 0, event.row)
        if (state.unknown.countSince(sinceMs) < parameters.unknown) return
        const unknown = distinctOf(state.unknown, sinceMs)
        const users = unknown + distinctOf(state.others, sinceMs)
        if (unknown < parameters.unknown || users - unknown >= users * parameters.validShare) return
        report(event, {
          messageId: 'enumeration',
          confidence: 'medium',
          data: { source: event.source ?? '', unknown, users, window: { durationMs: parameters.window } },
          evidence: state.unknown.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
