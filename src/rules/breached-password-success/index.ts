import { MINUTE_MS } from '../../kernel/time-units.ts'
import { defineRule, number } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'
import type { Severity } from '../../model/vocabulary.ts'

const STATE = { hitMs: number(Number.NaN), hitRow: number(-1), hitSource: number(-1) }

/** The provider knew the password from a leak, and within a day somebody was in (B1). */
export const rule = defineRule({
  id: 'breached-password-success',
  title: { en: 'Login after a leaked password', ja: '漏えい済みパスワードの検知後のログイン成功' },
  severity: 'medium',
  attack: ['T1110.004', 'T1078'],
  tags: ['stuffing', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  // Successes carry no reason, which counts as `other`.
  when: {
    action: ['login', 'password-change', 'password-reset'],
    outcome: ['failure', 'blocked', 'challenge', 'success'],
    reason: ['breached-password', 'other'],
    opens: ['failure', 'blocked', 'challenge'],
  },
  least: { events: () => 1, action: ['login'] },
  needs: ['account', 'success'],
  parameters: {
    after: {
      default: '24h',
      type: 'duration',
      en: "Time within which a success counts with the provider's event.",
      ja: '提供元の検知記録とログイン成功を結びつける期間。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Did somebody get in with a password that is known from a leak?',
    ja: '漏えいが知られているパスワードを使った第三者がログインしていないか',
  },
  howItDecides: {
    en: "Takes the provider's event for a login with a password known from a leak, then a success within 24 hours without the password having been changed in between. From the source of that event where the account never was, or from another network or program new to it, it is high; without history medium; from its usual network with its usual program low, being most likely the owner. A changed password ends the wait.",
    ja: '漏えいが知られているパスワードでのログインを示すプロバイダーの記録のあと、パスワードが変更されないまま24時間以内に成功したログインを取り上げます。検知時の接続元がそのアカウントで初めての場合や、別の初めての回線と端末からの場合は「高」、過去の記録がない場合は「中」、普段の回線と端末からの場合は本人の可能性が高いため「低」とします。パスワードが変更されればその時点で終わります。',
  },
  falsePositives: [
    {
      en: 'An owner who logs in with the old password from a new place before changing it.',
      ja: '本人が変更前に、新しい場所から古いパスワードでログインした場合。',
    },
    {
      en: 'Providers that only warn: each login of such an owner is one.',
      ja: '警告だけを行う提供元の場合(該当する本人のログインのたびに検知)。',
    },
  ],
  blindSpots: [
    {
      en: 'Providers without a list of leaked passwords, or that log nothing when it matches.',
      ja: '流出パスワードの一覧を持たない提供元、または一致を記録しない提供元。',
    },
    {
      en: 'A change of the password by the attacker: see change-after-doubt.',
      ja: '攻撃者によるパスワード変更(change-after-doubt が対象)。',
    },
  ],
  messages: {
    'then-success': {
      en: 'A password of {account} known from a leak was tried, and {minutes:minute|minutes} later a login from {source} ({network}, {agent}) worked.',
      ja: '{account} に対して漏えい済みのパスワードが試され、その {minutes}分後に {source}({network}、{agent})からログインが成功しています。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const severityOf = (event: RuleEvent, state: State<typeof STATE>): Severity => {
      const { usual } = event
      if (Number.isNaN(usual.firstMs)) return 'medium'
      if (
        event.sourceKey >= 0 &&
        event.sourceKey === state.hitSource &&
        usual.sameSource === 0 &&
        (event.networkKey < 0 || usual.sameNetwork === 0)
      )
        return 'high'
      const isNewNetwork = event.networkKey >= 0 ? usual.sameNetwork === 0 : usual.sameSource === 0
      const isNewAgent = event.agentKey >= 0 && usual.sameAgent === 0
      if (isNewNetwork && isNewAgent) return 'high'
      return isNewNetwork || isNewAgent ? 'medium' : 'low'
    }
    const judge = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (Number.isNaN(state.hitMs) || event.timeMs - state.hitMs > parameters.after) return
      const severity = severityOf(event, state)
      report(event, {
        messageId: 'then-success',
        severity,
        confidence: severity === 'high' ? 'high' : 'medium',
        data: {
          ...whoAndWhere(event),
          minutes: Math.round((event.timeMs - state.hitMs) / MINUTE_MS),
        },
        evidence: [state.hitRow, event.row],
      })
    }
    return {
      event: (event, state) => {
        if (event.reason === 'breached-password') {
          state.hitMs = event.timeMs
          state.hitRow = event.row
          state.hitSource = event.sourceKey
        }
        if (event.outcome !== 'success') return
        if (event.action === 'login') judge(event, state)
        else state.hitMs = Number.NaN
      },
    }
  },
})
