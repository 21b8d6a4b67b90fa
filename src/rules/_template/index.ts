import { defineRule, number, recent } from '../define-rule.ts'
import { GUESS_REASONS } from '../define-signals.ts'

/** TODO: one sentence that says what this finds. */
export const rule = defineRule({
  id: 'RULE_ID',
  title: { en: 'TODO: what it is called', ja: 'TODO: 日本語の名称' },
  severity: 'medium',
  attack: ['T1110'],
  tags: ['account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['failure', 'blocked'], reason: GUESS_REASONS, opens: ['failure', 'blocked'] },
  needs: ['account'],
  parameters: {
    window: { default: '10m', type: 'duration', en: 'Time within which failures are counted.', ja: '失敗を数える期間。' },
    failures: {
      default: 8,
      type: 'count',
      en: 'Failures that make a finding. Say where the number comes from.',
      ja: '検知とする失敗の回数。数値の根拠も書く。',
    },
    gap: { default: '30m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: { en: 'TODO: the question a responder asks', ja: 'TODO: 担当者の問い' },
  howItDecides: { en: 'TODO: how it decides, in words.', ja: 'TODO: 判定の方法を言葉で書く。' },
  falsePositives: [{ en: 'TODO: What else looks like this.', ja: 'TODO: 似て見えるもの。' }],
  blindSpots: [{ en: 'TODO: What it cannot see.', ja: 'TODO: 検知できないもの。' }],
  messages: {
    found: {
      en: '{account}: {count} failures, {failures} of them within {window}.',
      ja: '{account} に対する不正ログインの試行が {count}回ありました({window}以内に {failures}回)。',
    },
  },
  state: { fails: recent(64), reportedRow: number(-1) },
  create: ({ parameters, report }) => ({
    event: (event, state) => {
      const sinceMs = event.timeMs - parameters.window
      state.fails.push(event.timeMs, event.sourceKey, event.agentKey, event.row)
      const failures = state.fails.countSince(sinceMs)
      if (failures < parameters.failures) return
      report(event, {
        messageId: 'found',
        data: { account: event.account ?? '', failures, window: { durationMs: parameters.window } },
        evidence: state.fails.rowsSince(sinceMs, state.reportedRow),
      })
      state.reportedRow = event.row
    },
  }),
})
