import { MINUTE_MS } from '../../kernel/time-units.ts'
import { defineRule, number } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'
import type { Severity } from '../../model/vocabulary.ts'

const STATE = { reuseMs: number(Number.NaN), reuseRow: number(-1), source: number(-1), strangeness: number() }

const USUAL = 0
const NEW_NETWORK = 1
const STRANGE = 2

/** How far the event is from what the account did before: not at all, another network, or another program there as well. */
const strangenessOf = ({ usual, networkKey, agentKey }: RuleEvent): number => {
  if (Number.isNaN(usual.firstMs)) return USUAL
  const isNewAgent = agentKey >= 0 && usual.sameAgent === 0
  if (networkKey < 0) return usual.sameSource === 0 && isNewAgent ? STRANGE : USUAL
  if (usual.sameNetwork > 0) return USUAL
  return isNewAgent || agentKey < 0 ? STRANGE : NEW_NETWORK
}

/** The provider saw a refresh token that had been used up already: one of two holders is not the owner (S3). */
export const rule = defineRule({
  id: 'token-reuse',
  title: { en: 'Refresh token used twice', ja: '使用済みリフレッシュトークンの再利用' },
  severity: 'medium',
  attack: ['T1528', 'T1550.001'],
  tags: ['session', 'token', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  // Successes carry no reason, which counts as `other`.
  when: {
    action: ['session-use', 'login', 'token-create'],
    outcome: ['failure', 'blocked', 'success'],
    reason: ['token-reuse', 'other'],
    opens: ['failure', 'blocked'],
  },
  needs: ['account'],
  parameters: {
    after: {
      default: '24h',
      type: 'duration',
      en: 'Time within which a success counts with the reuse.',
      ja: '再使用とログイン成功を結びつける期間。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: "Does a second person hold this account's token, and did they get in?",
    ja: 'このアカウントのトークンを第三者が持ち、使えていないか',
  },
  howItDecides: {
    en: "Takes the provider's own event for a refresh token that was presented a second time. From the account's usual network it is low, because clients do it when an answer gets lost; from a network new to the account it is medium. A success within 24 hours from a network and with a program that are both new to the account makes it high; from the source of the refused attempt on a new network with the usual program it stays medium.",
    ja: '使用済みのリフレッシュトークンが再び使われたことを示すプロバイダーの記録を取り上げます。普段の回線からなら、通信の失敗でも起こるため「低」、そのアカウントで初めての回線からなら「中」です。24時間以内に、回線も端末も初めての成功があれば「高」、拒否された初めての回線から普段の端末で成功した場合は「中」のままとします。',
  },
  falsePositives: [
    {
      en: 'An app that asks twice because an answer was lost, on its first day on a new line.',
      ja: '応答が失われて二重に要求したアプリ(新しい回線の初日)。',
    },
    { en: 'A phone restored from a backup.', ja: 'バックアップから復元した電話。' },
  ],
  blindSpots: [
    {
      en: 'Providers that do not rotate refresh tokens or do not log their reuse.',
      ja: 'リフレッシュトークンを更新しない、または再使用を記録しない提供元。',
    },
    {
      en: 'A thief who uses the token first: then it is the owner who is refused, from the usual network.',
      ja: '攻撃者が先にトークンを使った場合(拒否されるのは普段のネットワークの本人)。',
    },
  ],
  messages: {
    reuse: {
      en: 'A refresh token of {account} that had been used up was presented again from {source} ({network}, {agent}).',
      ja: '{account} の使用済みリフレッシュトークンが、{source}({network}、{agent})から再び使われました。',
    },
    'then-success': {
      en: 'A refresh token of {account} that had been used up was presented again, and {minutes:minute|minutes} later the account was in use from {source} ({network}, {agent}), which is new to it.',
      ja: '{account} の使用済みリフレッシュトークンが再び使われ、その {minutes}分後に、このアカウントでは初めての {source}({network}、{agent})から利用されています。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const dataOf = (event: RuleEvent) => ({
      ...whoAndWhere(event),
    })
    const noteReuse = (event: RuleEvent, state: State<typeof STATE>): void => {
      state.reuseMs = event.timeMs
      state.reuseRow = event.row
      state.source = event.sourceKey
      state.strangeness = strangenessOf(event)
      const isLow = state.strangeness === USUAL
      report(event, {
        messageId: 'reuse',
        severity: isLow ? 'low' : 'medium',
        confidence: isLow ? 'low' : 'medium',
        data: dataOf(event),
        evidence: [event.row],
      })
    }
    /** A café's line with the usual program counts only for whoever was refused there just before. */
    const severityOf = (event: RuleEvent, state: State<typeof STATE>): Severity | undefined => {
      const strangeness = strangenessOf(event)
      const isSameSource = event.sourceKey >= 0 && event.sourceKey === state.source
      // Whoever was refused as a stranger may have been taught as usual by then.
      if (strangeness === STRANGE || (isSameSource && state.strangeness === STRANGE)) return 'high'
      return isSameSource && state.strangeness === NEW_NETWORK ? 'medium' : undefined
    }
    const judgeSuccess = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (state.reuseRow < 0 || event.timeMs - state.reuseMs > parameters.after) return
      const severity = severityOf(event, state)
      if (severity === undefined) return
      report(event, {
        messageId: 'then-success',
        severity,
        confidence: severity === 'high' ? 'high' : 'medium',
        data: { ...dataOf(event), minutes: Math.round((event.timeMs - state.reuseMs) / MINUTE_MS) },
        evidence: [state.reuseRow, event.row],
      })
    }
    return {
      event: (event, state) => {
        if (event.outcome === 'success') judgeSuccess(event, state)
        else if (event.reason === 'token-reuse') noteReuse(event, state)
      },
    }
  },
})
