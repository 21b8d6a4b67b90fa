import { createTally } from '../../kernel/tally.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import { subjectOf } from '../define-signals.ts'

/** Whatever the organisation's intelligence list names, and what came from there. */
export const rule = defineRule({
  id: 'known-bad-source',
  title: { en: 'Source on the intelligence list', ja: '脅威情報にある接続元' },
  severity: 'low',
  attack: ['T1078', 'T1595'],
  tags: ['intel', 'source'],
  partition: ['source'],
  stage: 1,
  list: 'intel',
  among: 'intel',
  when: { action: ['login', 'mfa', 'signup', 'password-reset-request'], outcome: ['failure', 'blocked', 'challenge', 'success'] },
  needs: ['ip'],
  parameters: {
    window: {
      default: '24h',
      type: 'duration',
      en: 'Time within which events and accounts are counted.',
      ja: 'イベントとアカウントを数える期間。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Did an address that we know to be bad knock on our door?',
    ja: '悪用が知られている接続元からのアクセスがあるか',
  },
  howItDecides: {
    en: 'Every login, second factor, sign-up or reset request from a source that --intel names: low while nothing succeeds, medium once a login does. What it means for an account is judged by known-bad-login.',
    ja: '--intel にある接続元からのログイン、追加認証、新規登録、再設定の要求を報告します。成功がないうちは「低」、ログインに成功すると「中」です。アカウントごとの判断は known-bad-login が行います。',
  },
  falsePositives: [
    {
      en: 'Lists grow old: addresses change hands, and VPN exits are shared by many.',
      ja: '古い脅威情報(IPアドレスの利用者は変わり、VPNの出口は多数が共用する)。',
    },
  ],
  blindSpots: [{ en: 'Whatever the list does not name.', ja: '脅威情報にない接続元。' }],
  messages: {
    tried: {
      en: '{source} ({intel}): {events:event|events} within {window} on {users:account|accounts}; no login succeeded.',
      ja: '{source}({intel})から {window}以内に {events}回のアクセスがあり、対象は {users}アカウントです(ログイン成功の記録なし)。',
    },
    entered: {
      en: '{source} ({intel}): {events:event|events} within {window} on {users:account|accounts}; {successes:login|logins} succeeded.',
      ja: '{source}({intel})から {window}以内に {events}回のアクセスがあり、対象は {users}アカウント、うちログイン成功は {successes}回です。',
    },
  },
  state: { events: recent(256), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const tally = createTally()
    return {
      event: (event, state) => {
        const isEntry = event.action === 'login' && event.outcome === 'success'
        if (event.intel === undefined) return
        const sinceMs = event.timeMs - parameters.window
        state.events.push(event.timeMs, subjectOf(event), isEntry ? 1 : 0, event.row)
        let successes = 0
        tally.begin(state.events.size)
        state.events.each(sinceMs, (_timeMs, subject, entry) => {
          tally.add(subject)
          successes += entry
        })
        report(event, {
          messageId: successes > 0 ? 'entered' : 'tried',
          severity: successes > 0 ? 'medium' : 'low',
          data: {
            source: event.source ?? '',
            intel: event.intel,
            events: state.events.countSince(sinceMs),
            users: tally.distinct(),
            window: { durationMs: parameters.window },
            ...(successes > 0 ? { successes } : {}),
          },
          evidence: state.events.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
