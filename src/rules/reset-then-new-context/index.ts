import { MINUTE_MS } from '../../kernel/time-units.ts'
import { ATTACK_RULES, isForeign, isUsualPlace, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { defineRule, number } from '../define-rule.ts'
import type { RuleEvent } from '../define-rule.ts'
import type { Action } from '../../model/vocabulary.ts'

const RESETS: readonly Action[] = ['password-reset', 'mfa-remove', 'recovery-code-use']
/** How the reset was made; the number that the state keeps. */
const KINDS = ['own', 'elsewhere', 'by-other'] as const

const kindOf = (event: RuleEvent): number => {
  if (event.isOthersAct) return KINDS.indexOf('by-other')
  return isUsualPlace(event) ? KINDS.indexOf('own') : KINDS.indexOf('elsewhere')
}

/** A password or factor is reset, and then somebody logs in from a context that the account never had. */
export const rule = defineRule({
  id: 'reset-then-new-context',
  title: { en: 'Login from a new context after a reset', ja: 'パスワード・追加認証のリセット後の普段と異なる環境からのログイン' },
  severity: 'medium',
  attack: ['T1098', 'T1556.006', 'T1078'],
  tags: ['change', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: [...RESETS, 'login'], outcome: ['success', 'info'] },
  least: { events: () => 1, action: RESETS },
  needs: ['ip', 'account', 'change', 'success'],
  parameters: {
    within: { default: '12h', type: 'duration', en: 'Longest time from the reset to the login.', ja: '再設定からログインまでの最長時間。' },
    ...NEWS_PARAMETERS,
    gap: { default: '12h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Did a reset let somebody else in?',
    ja: 'リセットによって第三者がログインできるようになっていないか',
  },
  howItDecides: {
    en: 'Remembers a reset password, a removed factor or a used recovery code for 12 hours. A login within that time whose context is new to the account (as medium in new-context-success) is reported: medium when the reset was made from the usual place, high when it was made elsewhere, or by somebody else for the owner (a help desk can be talked into it).',
    ja: 'パスワードのリセット、追加認証の登録解除、復旧コードの使用を12時間記憶し、その間に普段と異なる環境(new-context-success の「中」に当たるもの)からログインが成功したときに報告します。リセットが普段の環境から行われていれば「中」、別の環境から、または本人以外(ヘルプデスクなど)によって行われていれば「高」とします。',
  },
  falsePositives: [
    {
      en: 'An owner with a new phone, away from home, who needs a reset to get in.',
      ja: '外出先で新しい電話を使い、再設定が必要になった本人。',
    },
  ],
  blindSpots: [
    { en: "A login from the owner's network and kind of program.", ja: '本人のネットワークと同じ種類のプログラムからのログイン。' },
    { en: 'Accounts with little history.', ja: '履歴の少ないアカウント。' },
    { en: 'Resets that the log does not name as such.', ja: '再設定として記録されない再設定。' },
  ],
  messages: {
    own: {
      en: '{account}: login from {source} in a context it never used, {minutes:minute|minutes} after {action} from its usual place.',
      ja: '{account} は普段の環境からの「{action}」の {minutes}分後に、普段と異なる環境の {source} からログインが成功しています。',
    },
    elsewhere: {
      en: '{account}: login from {source} in a context it never used, {minutes:minute|minutes} after {action}, which did not come from its usual place either.',
      ja: '{account} は普段と異なる環境からの「{action}」の {minutes}分後に、これも普段と異なる環境の {source} からログインが成功しています。',
    },
    'by-other': {
      en: '{account}: login from {source} in a context it never used, {minutes:minute|minutes} after {action} by somebody other than the owner.',
      ja: '{account} は本人以外による「{action}」の {minutes}分後に、普段と異なる環境の {source} からログインが成功しています。',
    },
  },
  state: { resetRow: number(-1), resetMs: number(Number.NEGATIVE_INFINITY), reset: number(), kind: number() },
  create: ({ parameters, report }) => {
    const options = newsOptions(parameters)
    return {
      event: (event, state) => {
        if (event.action !== 'login') {
          state.resetRow = event.row
          state.resetMs = event.timeMs
          state.reset = RESETS.indexOf(event.action)
          state.kind = kindOf(event)
        } else if (event.timeMs - state.resetMs <= parameters.within && !event.isOthersAct && isForeign(event, options)) {
          const messageId = KINDS[state.kind] ?? 'own'
          report(event, {
            messageId,
            severity: messageId === 'own' ? 'medium' : 'high',
            confidence: 'medium',
            data: {
              account: event.account ?? '',
              source: event.source ?? '',
              action: RESETS[state.reset] ?? '',
              minutes: Math.round((event.timeMs - state.resetMs) / MINUTE_MS),
            },
            evidence: [state.resetRow, event.row],
          })
        }
      },
    }
  },
})
