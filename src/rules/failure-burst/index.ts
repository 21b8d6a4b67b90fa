import { DAY_MS } from '../../kernel/time-units.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import { GUESS_REASONS, isSharedSource, subjectOf } from '../define-signals.ts'

/** A shell's client that leaves while it authenticates was sent to try the server (sshd); elsewhere a page was closed. */
const LEFT_EARLY = 'peer-left'
/** Longer than any of the pauses that count; what is older has leaked away. */
const MEMORY_MS = DAY_MS

/** One address fails too often in too short a time: what a ban list is made of, and no campaign yet. */
export const rule = defineRule({
  id: 'failure-burst',
  title: { en: 'Burst of failed logins from one source', ja: '1つの接続元からの短時間のログイン失敗' },
  severity: 'low',
  attack: ['T1110'],
  tags: ['source'],
  partition: ['source'],
  stage: 1,
  when: {
    action: ['login', 'mfa'],
    outcome: ['failure', 'blocked'],
    reason: [...GUESS_REASONS, 'locked', 'mfa-failed', 'interrupted'],
    opens: ['failure', 'blocked'],
  },
  least: { events: ({ burst }) => burst },
  needs: ['ip'],
  parameters: {
    burst: {
      default: 5,
      type: 'count',
      en: 'Failures that a source may have at once; the next one is reported. As the buckets of CrowdSec for SSH, HTTP and Keycloak.',
      ja: '接続元ごとに許す、続けざまの失敗の回数。これを超えると検知(遮断ツールで広く使われる初期値と同じ)。',
    },
    leak: {
      default: '1m',
      type: 'duration',
      en: 'After this time one failure is forgotten; a page takes longer than a shell, for which CrowdSec has ten seconds. Its buckets of web applications have a minute.',
      ja: 'この時間ごとに失敗を1回分忘れる(遮断ツールの初期値は、SSH向けが10秒、Webアプリ向けが1分)。',
    },
    gap: { default: '4h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Which addresses would a ban list have stopped?',
    ja: '自動遮断の対象になるような接続元はどれか',
  },
  howItDecides: {
    en: 'A leaky bucket per address (IPv6: /64), as host-based ban lists keep them: five failures, and one more every minute. It is reported at low and judges nobody: five wrong passwords are more often a person than an attack. An address from which the one account that fails has logged in before, and addresses behind which many people succeed, are left out.',
    ja: '接続元のIPアドレス(IPv6は/64)ごとに、自動遮断ツールと同じ方法で数えます(5回と、1分ごとに1回までを許す)。5回程度の失敗は本人によることのほうが多いため、「低」とし、アカウントの判定には使いません。以前に利用のあった接続元から1つのアカウントだけが失敗した場合と、多くの利用者が成功している接続元は除きます。',
  },
  falsePositives: [
    { en: 'Somebody who has forgotten the password, at a new place.', ja: '初めての場所でパスワードを忘れた利用者。' },
    { en: 'A program with an old password.', ja: '古いパスワードを使い続けるプログラム。' },
  ],
  blindSpots: [
    { en: 'Slower attempts, and those spread over many addresses.', ja: 'より間隔の長い試行、多数のIPアドレスに分散した試行。' },
  ],
  messages: {
    burst: {
      en: '{source}: {count} failed login attempts in short order, on {users:ID|IDs}.',
      ja: '{source} から短時間に {count}回の不正ログインの試行がありました(対象 {users}個のID)。',
    },
  },
  state: { level: number(), lastMs: number(Number.NaN), fails: recent(64), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const leaked = (level: number, pauseMs: number, leakMs: number): number =>
      Number.isNaN(pauseMs) ? 1 : Math.max(0, level - pauseMs / leakMs) + 1
    return {
      event: (event, state) => {
        if (event.reason === 'interrupted' && event.code !== LEFT_EARLY) return
        const pauseMs = event.timeMs - state.lastMs
        state.level = leaked(state.level, pauseMs, parameters.leak)
        state.lastMs = event.timeMs
        state.fails.push(event.timeMs, subjectOf(event), 0, event.row)
        if (state.level <= parameters.burst) return
        const sinceMs = event.timeMs - MEMORY_MS
        const users = state.fails.distinctSince(sinceMs, 'a')
        if (isSharedSource(event) || (users === 1 && event.facts.sourceSuccesses > 0)) return
        report(event, {
          messageId: 'burst',
          confidence: 'low',
          data: { source: event.source ?? '', users },
          evidence: state.fails.rowsSince(sinceMs, state.reportedRow),
        })
        state.reportedRow = event.row
      },
    }
  },
})
