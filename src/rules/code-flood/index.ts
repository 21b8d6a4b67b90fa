import { createTally } from '../../kernel/tally.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import { isCodeMessage, isSharedSource, subjectOf } from '../define-signals.ts'

/** One address has code message after code message sent that nobody answers: SMS pumping, or a way to wake people. */
export const rule = defineRule({
  id: 'code-flood',
  title: { en: 'Flood of code messages from one source', ja: '1つの接続元からの認証コード(SMS・音声)の大量送信' },
  severity: 'medium',
  attack: ['T1499.002', 'T1621'],
  tags: ['mfa', 'campaign', 'source'],
  partition: ['source'],
  stage: 1,
  when: { action: ['mfa', 'login'], outcome: ['challenge', 'success'], opens: ['challenge'] },
  least: { events: ({ codes }) => codes + 1 },
  needs: ['ip'],
  parameters: {
    window: { default: '1h', type: 'duration', en: 'Time within which messages are counted.', ja: '認証コードの送信を数える期間。' },
    codes: {
      default: 30,
      type: 'count',
      en: 'More code messages (SMS, voice) than this from the source; for one account see mfa-fatigue.',
      ja: '同じ攻撃元からの認証コード(SMS・音声)の送信がこの件数を超えると検知。1アカウント宛ては mfa-fatigue が対象。',
    },
    answeredShare: {
      default: 0.5,
      type: 'ratio',
      en: 'Where as many of them are followed by a success it is an office in the morning.',
      ja: 'このうちログインに成功した割合がこれ以上なら、始業時のオフィスとみなす。',
    },
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is somebody making us send messages for nothing?',
    ja: '使われない認証コードを大量に送信させられていないか',
  },
  howItDecides: {
    en: 'Counts SMS and voice messages with codes per address (IPv6: /64) and hour, and the successes of the same address beside them. Many messages and few successes are reported, as low from addresses behind which many people usually succeed. Messages to one account are counted by mfa-fatigue.',
    ja: '接続元のIPアドレス(IPv6は/64)ごとに1時間の認証コード(SMS・音声)の送信数と、同じ接続元からの成功数を数えます。送信が多く成功が少ないものを報告し、普段から多くの利用者が成功している共用アドレスは「低」とします。1つのアカウントへの大量送信は mfa-fatigue が数えます。',
  },
  falsePositives: [
    { en: 'A fault that keeps messages from arriving: people ask again.', ja: '認証コードが届かない障害(利用者が何度も要求する)。' },
  ],
  blindSpots: [
    { en: 'Pumping from many addresses.', ja: '多数のIPアドレスからの水増し送信。' },
    {
      en: 'Messages for sign-ups and phone changes, where the log does not show them as challenges.',
      ja: '新規登録や電話番号変更の認証コードを、ログが追加認証として記録しない場合。',
    },
    { en: 'E-mail codes: they cost nothing and are not counted.', ja: 'メールの認証コード(費用がかからないため数えない)。' },
  ],
  messages: {
    flood: {
      en: '{source}: {codes:code message|code messages} sent within {window}, to {users:account|accounts}; {successes:login|logins} succeeded beside them.',
      ja: '{source} からの要求で {window}以内に {codes}回の認証コードが送信されています(対象 {users}個のアカウント、同じ接続元からの成功 {successes}回)。',
    },
  },
  state: { codes: recent(128), successes: recent(128), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const tally = createTally()
    const addSubject = (_timeMs: number, subject: number): void => tally.add(subject)
    return {
      event: (event, state) => {
        const sinceMs = event.timeMs - parameters.window
        if (event.outcome === 'success') state.successes.push(event.timeMs, 0, 0, event.row)
        if (!isCodeMessage(event)) return
        state.codes.push(event.timeMs, subjectOf(event), 0, event.row)
        const codes = state.codes.countSince(sinceMs)
        const successes = state.successes.countSince(sinceMs)
        if (codes <= parameters.codes || successes >= codes * parameters.answeredShare) return
        tally.begin(codes)
        state.codes.each(sinceMs, addSubject)
        const isShared = isSharedSource(event)
        report(event, {
          messageId: 'flood',
          severity: isShared ? 'low' : 'medium',
          confidence: isShared ? 'low' : 'medium',
          data: { source: event.source ?? '', codes, users: tally.distinct(), successes, window: { durationMs: parameters.window } },
          evidence: state.codes.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
