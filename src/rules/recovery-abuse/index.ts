import { ATTACK_RULES, isForeign, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { defineRule, recent } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'

/** The way around the second factor: recovery codes guessed, or used from where the owner never was. */
export const rule = defineRule({
  id: 'recovery-abuse',
  title: { en: 'Recovery codes guessed or used elsewhere', ja: '復旧コードの推測・普段と異なる環境での使用' },
  severity: 'medium',
  attack: ['T1556.006', 'T1110'],
  tags: ['mfa', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: ['recovery-code-use'], outcome: ['success', 'failure', 'blocked'] },
  least: { events: () => 1 },
  needs: ['account'],
  parameters: {
    window: { default: '15m', type: 'duration', en: 'Time within which failures are counted.', ja: '失敗を数える期間。' },
    failures: {
      default: 5,
      type: 'count',
      en: 'Wrong recovery codes within the window; Panther takes 2 wrong codes in 15 minutes for any second factor.',
      ja: '期間内の誤った復旧コードの回数。Panther の公開ルールは追加認証全般で15分に2回。',
    },
    ...NEWS_PARAMETERS,
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Does somebody use recovery codes instead of the second factor?',
    ja: '追加認証の代わりに復旧コードが悪用されていないか',
  },
  howItDecides: {
    en: 'Five wrong recovery codes within a quarter of an hour are medium. A right one from a context that the account never used, or from an attacking source, is high.',
    ja: '15分以内に5回の誤った復旧コードを「中」で報告します。普段と異なる環境や攻撃中の接続元から正しい復旧コードが使われた場合は「高」とします。',
  },
  falsePositives: [
    { en: 'An owner with a new phone abroad.', ja: '海外で新しい電話に替えた本人。' },
    { en: 'Somebody who copies a code wrongly again and again.', ja: '復旧コードを何度も書き間違える本人。' },
  ],
  blindSpots: [
    { en: 'Logs that write a recovery code like any second factor.', ja: '復旧コードを通常の追加認証と区別しないログ。' },
    { en: 'Accounts with little history.', ja: '履歴の少ないアカウント。' },
  ],
  messages: {
    guessed: {
      en: '{account}: {failures:wrong recovery code|wrong recovery codes} within {window}, last from {source}.',
      ja: '{account} に {window}以内に {failures}回の誤った復旧コードが入力されています(直近は {source})。',
    },
    used: {
      en: '{account}: a recovery code was used from {source} ({network}) with {agent}, an attacking source or a context that the account never used.',
      ja: '{account} の復旧コードが、攻撃中の接続元、または普段と異なる環境の {source}({network}、{agent})で使われています。',
    },
  },
  state: { failures: recent(32) },
  create: ({ parameters, report }) => {
    const options = newsOptions(parameters)
    return {
      event: (event, state) => {
        if (event.isOthersAct) return
        const sinceMs = event.timeMs - parameters.window
        const data = {
          ...whoAndWhere(event),
          window: { durationMs: parameters.window },
        }
        if (event.outcome !== 'success') {
          state.failures.push(event.timeMs, 0, 0, event.row)
          const failures = state.failures.countSince(sinceMs)
          if (failures < parameters.failures) return
          report(event, { messageId: 'guessed', data: { ...data, failures }, evidence: state.failures.rowsSince(sinceMs) })
        } else if (event.threat(0) !== undefined || isForeign(event, options)) {
          const failures = state.failures.countSince(sinceMs)
          report(event, {
            messageId: 'used',
            severity: 'high',
            data: { ...data, failures },
            evidence: [...state.failures.rowsSince(sinceMs), event.row],
          })
        }
      },
    }
  },
})
