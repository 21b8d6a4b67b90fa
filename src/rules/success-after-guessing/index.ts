import { defineRule, number, recent } from '../define-rule.ts'
import { agentText, isGuess, networkText } from '../define-signals.ts'
import { weigh } from './weigh.ts'

/** A login that worked after wrong passwords on the same account, or from a source that was attacking (G2). */
export const rule = defineRule({
  id: 'success-after-guessing',
  title: { en: 'Login after guessing', ja: '繰り返しの失敗後のログイン成功' },
  severity: 'medium',
  attack: ['T1110', 'T1078'],
  tags: ['guessing', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  after: ['single-source-stuffing', 'single-source-spray', 'low-and-slow-source', 'user-enumeration'],
  when: { action: ['login'], outcome: ['failure', 'blocked', 'success'] },
  // Guesses; the success itself counts nothing.
  least: { events: ({ failures, burst }) => Math.min(failures, burst), outcome: ['failure', 'blocked'], orThreat: true },
  needs: ['account', 'success'],
  parameters: {
    window: {
      default: '10m',
      type: 'duration',
      en: 'Time before the success within which failures are counted.',
      ja: '成功の前に失敗を数える期間。',
    },
    failures: {
      default: 5,
      type: 'count',
      en: 'Failures before the success: on the RBA data 1.7 per 10,000 good logins have 5, 22.4 have 3.',
      ja: '成功前の失敗の回数。RBAデータでは、正当なログイン1万件あたり5回が1.7件、3回が22.4件。',
    },
    burst: {
      default: 10,
      type: 'count',
      en: 'Failures within `burstWindow` that count as guessing for as long as `aftermath`.',
      ja: '`burstWindow` 内の失敗の回数。達すると `aftermath` の間、推測があったとみなす。',
    },
    burstWindow: { default: '5m', type: 'duration', en: 'As the window of account-guessing.', ja: 'account-guessing の期間と同じ。' },
    aftermath: {
      default: '180m',
      type: 'duration',
      en: 'Time after guessing, or after an attack by the source, within which a success is suspect.',
      ja: '推測、またはその攻撃元による攻撃から、成功を疑わしいとみなす時間。',
    },
    many: {
      default: 20,
      type: 'count',
      en: 'Failures beyond what a forgetful owner makes: high also where the account has no history.',
      ja: '忘れた本人の範囲を超える失敗の回数(アカウントの履歴がなくても「高」)。',
    },
    gap: { default: '30m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Did the guessing work?',
    ja: 'ログイン試行の末に第三者がログインに成功したか',
  },
  howItDecides: {
    en: 'Looks at each success: wrong passwords on the account shortly before, a burst of guessing or an attempt by an attacking source in the last hours, or a success from a source that is attacking. High only where the source is new to the account and country, network or program are new too (without history: where the failures are too many for a forgetful owner). From the usual place it is low.',
    ja: 'ログイン成功ごとに、直前の同じアカウントの失敗、数時間以内の集中的な試行、攻撃元からの試行、接続元が攻撃元かどうかを確認します。接続元がそのアカウントで初めてで、国・回線・端末も新しい場合だけ「高」とし、普段の環境からの成功は「低」とします(履歴がない場合は失敗回数で判断します)。',
  },
  falsePositives: [
    {
      en: 'An owner who forgot the password, then remembered: low from the usual place.',
      ja: 'パスワードを忘れ、後で思い出した本人(普段の場所からなら「低」)。',
    },
    {
      en: 'A customer behind the same carrier address as the attacker: medium at most.',
      ja: '攻撃者と同じ通信事業者のIPアドレスを使う利用者(最大で「中」)。',
    },
  ],
  blindSpots: [
    {
      en: 'Right at the first try, from an address that attacks nobody else: see new-context-success.',
      ja: '他を攻撃していないIPアドレスからの、1回目での成功(new-context-success が対象)。',
    },
  ],
  messages: {
    guessed: {
      en: 'Login to {account} from {source} ({country}, {network}, {agent}) after {failures} wrong passwords within {window}, not from where the account is usually used.',
      ja: '{account} は {window}以内に {failures}回失敗した後、普段と異なる {source}({country}、{network}、{agent})からログインに成功しています。',
    },
    'no-history': {
      en: 'Login to {account} from {source} after {failures} wrong passwords within {window}; there is no earlier login to compare with.',
      ja: '{account} は {window}以内に {failures}回失敗した後、{source} からログインに成功しています。比較できる過去のログインはこのログにありません。',
    },
    owner: {
      en: 'Login to {account} from its usual place after {failures} wrong passwords within {window}.',
      ja: '{account} は {window}以内に {failures}回失敗した後、普段の環境からログインに成功しています。',
    },
    aftermath: {
      en: 'Login to {account} from {source} ({country}, {network}, {agent}) within {aftermath} of guessing on it, not from where the account is usually used.',
      ja: '{account} は不正ログインの試行を受けてから {aftermath}以内に、普段と異なる {source}({country}、{network}、{agent})からログインに成功しています。',
    },
    attacker: {
      en: 'Login to {account} from {source}, which was attacking other accounts at the time ({method}).',
      ja: '{account} に、ほかのアカウントを攻撃していた {source} からログインが成功しています({method})。',
    },
  },
  state: { fails: recent(64), guessedMs: number(Number.NEGATIVE_INFINITY) },
  create: ({ parameters, report }) => ({
    event: (event, state) => {
      if (isGuess(event)) {
        state.fails.push(event.timeMs, event.sourceKey, event.agentKey, event.row)
        const isBurst = state.fails.countSince(event.timeMs - parameters.burstWindow) >= parameters.burst
        if (isBurst || event.threat(0) !== undefined) state.guessedMs = event.timeMs
        return
      }
      if (event.outcome !== 'success') return
      const failures = state.fails.countSince(event.timeMs - parameters.window)
      const attack = event.threat(parameters.aftermath)
      const isAftermath = event.timeMs - state.guessedMs <= parameters.aftermath
      if (failures < parameters.failures && attack === undefined && !isAftermath) return
      const weight = weigh(event, {
        failures,
        isEnough: failures >= parameters.failures,
        isAttacker: attack !== undefined,
        many: parameters.many,
      })
      if (weight !== undefined) {
        report(event, {
          messageId: weight.messageId,
          severity: weight.severity,
          confidence: weight.confidence,
          data: {
            account: event.account ?? '',
            source: event.source ?? '',
            failures,
            window: { durationMs: parameters.window },
            aftermath: { durationMs: parameters.aftermath },
            news: weight.news,
            method: METHOD_OF[attack?.rule ?? ''] ?? '',
            country: event.country ?? '',
            network: networkText(event),
            agent: agentText(event),
          },
          evidence: [...state.fails.rowsSince(event.timeMs - parameters.window), event.row],
        })
      }
      state.fails.clear()
    },
  }),
})

/** Words that campaigns have for what the source was doing. */
const METHOD_OF: Readonly<Record<string, string>> = {
  'single-source-stuffing': 'stuffing',
  'single-source-spray': 'spray',
  'low-and-slow-source': 'low-and-slow',
  'user-enumeration': 'enumeration',
}
