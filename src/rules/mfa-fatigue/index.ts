import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent } from '../define-rule.ts'
import { isCodeMessage } from '../define-signals.ts'
import { SAME_ANSWER_MS } from '../../model/prompt.ts'
import type { Reason, Severity } from '../../model/vocabulary.ts'

const REFUSED: readonly Reason[] = ['mfa-denied', 'mfa-timeout', 'mfa-fraud-reported']

/** A prompt on the owner's phone that was denied, ignored or reported; a failed push counts, a mistyped code does not. */
const isRefused = ({ outcome, reason, mfaMethod }: RuleEvent): boolean => {
  if (outcome === 'success' || reason === undefined) return false
  return REFUSED.includes(reason) || (reason === 'mfa-failed' && mfaMethod?.toLowerCase().includes('push') === true)
}

/** Prompt after prompt until the owner gives in (M1). */
export const rule = defineRule({
  id: 'mfa-fatigue',
  title: { en: 'MFA prompts sent again and again', ja: '追加認証の承認要求の連続送信' },
  severity: 'medium',
  attack: ['T1621'],
  tags: ['mfa', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login', 'mfa'], outcome: ['failure', 'blocked', 'challenge', 'success'], opens: ['failure', 'blocked', 'challenge'] },
  needs: ['account', 'mfa'],
  parameters: {
    window: {
      default: '10m',
      type: 'duration',
      en: 'Time within which refused prompts are counted.',
      ja: '拒否された承認要求を数える期間。',
    },
    prompts: { default: 5, type: 'count', en: 'Prompts denied or run out.', ja: '拒否または時間切れになった承認要求の数。' },
    approved: {
      default: '10m',
      type: 'duration',
      en: 'An approval at most this long after the last of them is suspect.',
      ja: '最後の拒否・時間切れからこの時間内の承認を疑わしいとみなす。',
    },
    codesWindow: {
      default: '1h',
      type: 'duration',
      en: 'Time within which code messages are counted.',
      ja: '認証コードの送信を数える期間。',
    },
    codes: {
      default: 10,
      type: 'count',
      en: 'More code messages (SMS, voice) than this are a flood.',
      ja: '認証コード(SMS・音声)の送信がこの件数を超えると大量送信とみなす。',
    },
    gap: { default: '30m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is somebody who knows the password wearing the owner down?',
    ja: 'パスワードを知る第三者が、本人に承認要求を送り続けているか',
  },
  howItDecides: {
    en: 'Counts prompts that were denied, ran out or were reported as fraud, per account: the right password was entered each time, so it is known to whoever tried. An approval soon after makes it high. Prompts asked for from the network and program that the account usually uses are low. A prompt reported as fraud by its owner is medium by itself.',
    ja: '拒否・時間切れ・不正の申告となった承認要求をアカウントごとに数えます。毎回正しいパスワードが入力されているため、パスワードは試した者に知られています。直後に承認された場合は「高」とします。普段の回線と端末からの要求は「低」です。本人が不正と申告した承認要求は、それだけで「中」です。',
  },
  falsePositives: [
    {
      en: 'A phone without reception: prompts run out, the owner tries again and succeeds from the usual place (low).',
      ja: '圏外の電話(承認要求が時間切れになり、本人が再度試して普段の場所から成功。「低」)。',
    },
  ],
  blindSpots: [
    { en: 'A prompt approved at the first try.', ja: '最初の承認要求での承認。' },
    { en: 'Systems that log a prompt only when it was answered.', ja: '応答があったときだけ承認要求を記録するシステム。' },
  ],
  messages: {
    prompts: {
      en: '{account}: {prompts} MFA prompts denied or ignored within {window}. The password is known to whoever sent them.',
      ja: '{account} に {window}以内に {prompts}回の承認要求があり、拒否または時間切れになっています。パスワードは要求した者に知られています。',
    },
    approved: {
      en: '{account}: an MFA prompt was approved after {prompts} were denied or ignored within {window}; the login came from {source}.',
      ja: '{account} は {window}以内に {prompts}回の承認要求を拒否または放置した後、承認しています(ログイン元 {source})。',
    },
    unanswered: {
      en: '{account}: {prompts} MFA prompts failed within {window}; all were asked for from the place and program it usually uses.',
      ja: '{account} で {window}以内に {prompts}回の承認要求が成立していません。いずれも普段の環境からの要求です。',
    },
    owner: {
      en: '{account}: {prompts} MFA prompts failed within {window}, then one was approved from the usual place.',
      ja: '{account} は {window}以内に {prompts}回の承認要求が成立せず、その後、普段の環境から承認しています。',
    },
    reported: {
      en: '{account}: the owner reported an MFA prompt from {source} as fraud. The password is known to whoever sent it.',
      ja: '{account} の利用者が、{source} からの承認要求を身に覚えのないものとして申告しています。パスワードは要求した者に知られています。',
    },
    flood: {
      en: '{account}: {codes} code messages were sent within {window}.',
      ja: '{account} に {window}以内に {codes}回の認証コードが送信されています。',
    },
  },
  state: {
    refused: recent(32),
    codes: recent(64),
    lastRefusedMs: number(Number.NEGATIVE_INFINITY),
    lastCode: number(-1),
    reportedRow: number(-1),
  },
  create: ({ parameters, report }) => {
    const dataOf = (event: RuleEvent, prompts: number) => ({
      account: event.account ?? '',
      source: event.source ?? '',
      prompts,
      window: { durationMs: parameters.window },
    })
    const isUsual = ({ usual }: RuleEvent): boolean => usual.sameNetwork > 0 && usual.sameAgent > 0
    const refusalOf = (event: RuleEvent): { readonly messageId: string; readonly severity: Severity } => {
      if (event.reason === 'mfa-fraud-reported') return { messageId: 'reported', severity: 'medium' }
      return isUsual(event) ? { messageId: 'unanswered', severity: 'low' } : { messageId: 'prompts', severity: 'medium' }
    }
    const approvalOf = (event: RuleEvent): { readonly messageId: string; readonly severity: Severity } =>
      isUsual(event) ? { messageId: 'owner', severity: 'low' } : { messageId: 'approved', severity: 'high' }

    const codes = new Map<string, number>()
    const codeOf = ({ code = '' }: RuleEvent): number => {
      const known = codes.get(code) ?? codes.size
      codes.set(code, known)
      return known
    }
    const isSameAnswer = (
      event: RuleEvent,
      { lastRefusedMs, lastCode }: { readonly lastRefusedMs: number; readonly lastCode: number },
    ): boolean => event.timeMs - lastRefusedMs < SAME_ANSWER_MS && lastCode !== codeOf(event)

    return {
      event: (event, state) => {
        const sinceMs = event.timeMs - parameters.window
        if (isRefused(event)) {
          if (isSameAnswer(event, state)) return
          state.lastCode = codeOf(event)
          state.refused.push(event.timeMs, event.sourceKey, 0, event.row)
          state.lastRefusedMs = event.timeMs
          const prompts = state.refused.countSince(sinceMs)
          const isReported = event.reason === 'mfa-fraud-reported'
          if (prompts < parameters.prompts && !isReported) return
          report(event, {
            ...refusalOf(event),
            confidence: 'medium',
            data: dataOf(event, prompts),
            evidence: state.refused.rowsSince(sinceMs, state.reportedRow),
          })
          state.reportedRow = event.row
        } else if (event.outcome === 'success' && event.timeMs - state.lastRefusedMs <= parameters.approved) {
          const beforeMs = state.lastRefusedMs - parameters.window
          const prompts = state.refused.countSince(beforeMs)
          if (prompts < parameters.prompts) return
          report(event, {
            ...approvalOf(event),
            confidence: 'high',
            data: dataOf(event, prompts),
            evidence: [...state.refused.rowsSince(beforeMs, state.reportedRow), event.row],
          })
          state.refused.clear()
        } else if (isCodeMessage(event)) {
          state.codes.push(event.timeMs, event.sourceKey, 0, event.row)
          const codes = state.codes.countSince(event.timeMs - parameters.codesWindow)
          if (codes <= parameters.codes) return
          report(event, {
            messageId: 'flood',
            confidence: 'low',
            data: { account: event.account ?? '', codes, window: { durationMs: parameters.codesWindow } },
            evidence: state.codes.rowsSince(event.timeMs - parameters.codesWindow, state.reportedRow),
          })
          state.reportedRow = event.row
        }
      },
    }
  },
})
