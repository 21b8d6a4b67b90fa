import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, Window } from '../define-rule.ts'
import { GUESS_REASONS } from '../define-signals.ts'
import { isSteady } from './steady.ts'

/** Many wrong passwords on one known account within minutes (G1). */
export const rule = defineRule({
  id: 'account-guessing',
  title: { en: 'Password guessing on one account', ja: '1アカウントへの連続したログイン試行' },
  severity: 'medium',
  attack: ['T1110.001'],
  tags: ['guessing', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['failure', 'blocked'], reason: GUESS_REASONS },
  least: { events: ({ failures }) => failures },
  needs: ['account'],
  parameters: {
    window: { default: '5m', type: 'duration', en: 'Time within which failures are counted.', ja: '失敗を数える期間。' },
    failures: {
      default: 10,
      type: 'count',
      en: 'Failures that make a finding: on the RBA data 1.2 per 10,000 good logins reach 10, 14.5 reach 5.',
      ja: '検知とする失敗の回数。RBAデータでは、正当なログイン1万件あたり10回に達するのは1.2件、5回では14.5件。',
    },
    many: { default: 20, type: 'count', en: 'Failures that make it high.', ja: '重要度を「高」とする失敗の回数。' },
    steadiness: {
      default: 0.1,
      type: 'ratio',
      en: 'A single program repeating at intervals that vary less than this (standard deviation over mean) is a retry loop.',
      ja: '同じプログラムによる試行間隔のばらつき(標準偏差÷平均)がこれより小さければ、自動の再試行とみなす。',
    },
    gap: { default: '30m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is somebody trying passwords on this account?',
    ja: 'このアカウントに対してパスワードが繰り返し試されているか',
  },
  howItDecides: {
    en: 'Counts wrong passwords on the account within the window, from any address. Failures after a right password, locks, expired sessions and faults do not count. A steady retry loop from the place and program that the account usually uses is left out; attempts from there that are not steady are low.',
    ja: '一定時間内のパスワード誤りを、接続元を問わずアカウントごとに数えます。正しいパスワードの後の失敗、ロック、セッション切れ、障害は数えません。普段の回線とプログラムが一定間隔で繰り返す再試行は除き、一定間隔でないものは「低」とします。',
  },
  falsePositives: [
    {
      en: 'An owner who forgot the password and tries all of them: low when it comes from the usual place.',
      ja: 'パスワードを忘れた本人が思いつくものを順に試した場合(普段の場所からなら「低」)。',
    },
    {
      en: 'A mail client or app that retries an old password: left out when steady and from the usual place, low when steady and from a new one.',
      ja: 'メールソフトやアプリが古いパスワードで再試行を続けた場合(一定間隔で普段の場所からなら対象外、新しい場所からなら「低」)。',
    },
  ],
  blindSpots: [
    { en: 'Slow guessing (fewer than the threshold per window).', ja: '時間をかけた推測(期間あたりの回数がしきい値未満)。' },
    {
      en: 'Names that are no known account: see user-enumeration and the source rules.',
      ja: '実在を確認できないアカウント名(user-enumeration と攻撃元別のルールが対象)。',
    },
  ],
  messages: {
    guessed: {
      en: '{account} received {count:wrong password|wrong passwords} ({failures} within {window}) from {sources:source|sources}.',
      ja: '{account} に対する不正ログインの試行が {count}回ありました({window}以内に {failures}回、接続元 {sources}か所)。',
    },
    owner: {
      en: '{account} received {count} wrong passwords ({failures} within {window}), all from the place it usually logs in from.',
      ja: '{account} で {count}回のログイン失敗がありました({window}以内に {failures}回)。いずれも普段の接続元からです。',
    },
    loop: {
      en: '{account}: one program repeated a wrong password {count:time|times} at even intervals from a new place; it may be an app with an old password.',
      ja: '{account} に対して、1つのプログラムが新しい接続元から一定間隔で {count}回失敗を繰り返しています。古いパスワードを保存したアプリの可能性があります。',
    },
  },
  state: { fails: recent(64), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const describe = (event: RuleEvent, fails: Window, sinceMs: number) => {
      const isOneSource = fails.distinctSince(sinceMs, 'a') === 1 && fails.distinctSince(sinceMs, 'b') === 1
      const isUsual = isOneSource && event.usual.sameSource > 0
      const isLoop = isOneSource && isSteady(fails, sinceMs, parameters.steadiness)
      if (isLoop && isUsual) return undefined
      if (isLoop) return { messageId: 'loop', severity: 'low' } as const
      if (isUsual) return { messageId: 'owner', severity: 'low' } as const
      return { messageId: 'guessed', severity: fails.countSince(sinceMs) >= parameters.many ? 'high' : 'medium' } as const
    }
    return {
      event: (event, state) => {
        const sinceMs = event.timeMs - parameters.window
        state.fails.push(event.timeMs, event.sourceKey, event.agentKey, event.row)
        const failures = state.fails.countSince(sinceMs)
        if (failures < parameters.failures) return
        const found = describe(event, state.fails, sinceMs)
        if (found === undefined) return
        report(event, {
          ...found,
          data: {
            account: event.account ?? '',
            failures,
            window: { durationMs: parameters.window },
            sources: state.fails.distinctSince(sinceMs, 'a'),
          },
          evidence: state.fails.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
