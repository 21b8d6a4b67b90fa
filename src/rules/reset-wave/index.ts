import { createTally } from '../../kernel/tally.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, Window } from '../define-rule.ts'
import { isSharedSource, subjectOf } from '../define-signals.ts'
import type { Action } from '../../model/vocabulary.ts'

const RESETS: readonly Action[] = ['password-reset', 'mfa-remove', 'account-unlock']

/** One address resets or unlocks account after account, or asks for reset messages in numbers. */
export const rule = defineRule({
  id: 'reset-wave',
  title: { en: 'Many resets or reset requests from one source', ja: '1つの接続元からの多数のリセット・リセット要求' },
  severity: 'medium',
  attack: ['T1098', 'T1589'],
  tags: ['change', 'campaign', 'source'],
  partition: ['source'],
  stage: 1,
  when: { action: [...RESETS, 'password-reset-request'], outcome: ['success', 'info', 'challenge', 'failure', 'blocked'] },
  least: { events: ({ resets, requests }) => Math.min(resets, requests) },
  needs: ['ip', 'username'],
  parameters: {
    window: { default: '1h', type: 'duration', en: 'Time within which they are counted.', ja: 'それらを数える期間。' },
    resets: {
      default: 5,
      type: 'count',
      en: 'Accounts reset or unlocked from the source; others call this many unusual for one administrator, too.',
      ja: 'その攻撃元から再設定またはロック解除されたアカウントの数(1人の管理者でも異例とされる件数)。',
    },
    staffResets: {
      default: 20,
      type: 'count',
      en: 'Accounts reset or unlocked by a help desk or a program that are more than its work: medium instead of low.',
      ja: 'ヘルプデスクやプログラムの業務としても多い、再設定またはロック解除されたアカウントの数(「低」ではなく「中」)。',
    },
    requests: {
      default: 20,
      type: 'count',
      en: 'Reset messages asked for from the source.',
      ja: 'その攻撃元から要求された再設定メールの数。',
    },
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is somebody taking accounts over through their recovery?',
    ja: '復旧の仕組みを使って多数のアカウントが狙われていないか',
  },
  howItDecides: {
    en: 'Counts per address (IPv6: /64) and hour the different accounts whose password was reset, whose factor was removed or that were unlocked, and the reset messages asked for, whether the identifier exists or not. Addresses behind which many people usually succeed are low, and so is a help desk up to its own number.',
    ja: '接続元のIPアドレス(IPv6は/64)ごとに1時間の、パスワードのリセット・追加認証の登録解除・ロック解除が行われたアカウントの数と、リセット要求の回数(IDの有無を問わない)を数えます。普段から多くの利用者が成功している共用アドレスと、一定数までのヘルプデスクの操作は「低」とします。',
  },
  falsePositives: [
    { en: 'A help desk or an office on the day when passwords expire (low).', ja: 'パスワードの期限日のヘルプデスクやオフィス(「低」)。' },
    { en: 'A teacher who resets a class.', ja: 'クラス全員分を再設定する教員。' },
  ],
  blindSpots: [
    { en: 'Resets spread over many addresses, or over days.', ja: '多数のIPアドレスや数日に分散した再設定。' },
    { en: 'Administrators whose address the log does not hold.', ja: 'IPアドレスがログにない管理者。' },
  ],
  messages: {
    resets: {
      en: '{source}: {users:account|accounts} reset or unlocked within {window}.',
      ja: '{source} から {window}以内に {users}個のアカウントのリセットまたはロック解除が行われています。',
    },
    'by-staff': {
      en: '{source}: {users:account|accounts} reset or unlocked within {window} by somebody other than the owners.',
      ja: '{source} から {window}以内に、本人以外の操作で {users}個のアカウントのリセットまたはロック解除が行われています。',
    },
    requests: {
      en: '{source}: {requests} reset messages asked for within {window}, for {users:ID|IDs}.',
      ja: '{source} から {window}以内に {requests}回のリセット要求がありました(対象 {users}個のID)。',
    },
  },
  state: { own: recent(128), staff: recent(128), requests: recent(256), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const tally = createTally()
    const addSubject = (_timeMs: number, subject: number): void => tally.add(subject)
    const usersOf = (window: Window, sinceMs: number): number => {
      tally.begin(window.countSince(sinceMs))
      window.each(sinceMs, addSubject)
      return tally.distinct()
    }
    const push = (event: RuleEvent, window: Window): number => {
      window.push(event.timeMs, subjectOf(event), 0, event.row)
      return window.countSince(event.timeMs - parameters.window)
    }
    return {
      event: (event, state) => {
        const sinceMs = event.timeMs - parameters.window
        const dataOf = (users: number) => ({ source: event.source ?? '', users, window: { durationMs: parameters.window } })
        if (event.action === 'password-reset-request') {
          const requests = push(event, state.requests)
          if (requests < parameters.requests) return
          report(event, {
            messageId: 'requests',
            severity: isSharedSource(event) ? 'low' : 'medium',
            data: { ...dataOf(usersOf(state.requests, sinceMs)), requests },
            evidence: state.requests.rowsSince(sinceMs, state.reportedRow),
          })
        } else {
          if (event.outcome !== 'success' && event.outcome !== 'info') return
          const window = event.isOthersAct ? state.staff : state.own
          if (push(event, window) < parameters.resets) return
          const users = usersOf(window, sinceMs)
          if (users < parameters.resets) return
          const isWork = event.isOthersAct ? users < parameters.staffResets : isSharedSource(event)
          report(event, {
            messageId: event.isOthersAct ? 'by-staff' : 'resets',
            severity: isWork ? 'low' : 'medium',
            confidence: isWork ? 'low' : 'medium',
            data: dataOf(users),
            evidence: window.rowsSince(sinceMs, state.reportedRow),
          })
        }
        state.reportedRow = event.row
      },
    }
  },
})
