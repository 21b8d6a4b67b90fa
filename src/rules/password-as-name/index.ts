import { defineRule, recent, type RuleEvent, type Window } from '../define-rule.ts'
import { GUESS_REASONS } from '../define-signals.ts'

/** Somebody typed the password where the name belongs, and then logged in: the log holds it in clear. */
export const rule = defineRule({
  id: 'password-as-name',
  title: { en: 'Password typed into the user field', ja: 'ユーザー名欄へのパスワードの入力' },
  severity: 'low',
  attack: ['T1552.001'],
  tags: ['exposure', 'account'],
  partition: ['source'],
  stage: 1,
  when: { action: ['login'], outcome: ['failure', 'blocked', 'success'], reason: GUESS_REASONS, opens: ['failure', 'blocked'] },
  least: { events: () => 1, any: ['password-like-name'] },
  needs: ['ip', 'username', 'account', 'success'],
  parameters: {
    window: {
      default: '1m',
      type: 'duration',
      en: 'Time within which whoever mistyped logs in.',
      ja: '入力を誤ってからログインに成功するまでの期間。',
    },
    most: {
      default: 3,
      type: 'count',
      en: 'Different names of that kind within `window` that one person types; more are a list.',
      ja: '`window` 内に1人が入力しうる、このような名前の数。これを超える場合は名簿による試行とみなす。',
    },
    gap: { default: '30m', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: "Does the log hold somebody's password in clear?",
    ja: '誰かのパスワードがそのままログに残っていないか',
  },
  howItDecides: {
    en: 'A login fails on a name that belongs to no account and looks like a password (eight characters or more, of three kinds, and no e-mail address), and within a minute an account logs in from the same address with the same program. Only whether the name looks so is kept, never the name: no output shows it, and no account is suspected because of it.',
    ja: '会員のものではなく、パスワードのように見える名前(8文字以上で3種類以上の文字を含み、メールアドレスでないもの)でログインに失敗した後、1分以内に同じIPアドレス・同じ端末からログインが成功した場合に報告します。保持するのは「パスワードのように見えるか」だけで、名前そのものは保存も表示もしません。これを理由にアカウントを疑うこともありません。',
  },
  falsePositives: [
    {
      en: 'A misspelt name with capitals and digits, or the log-in of another service.',
      ja: '大文字や数字を含む名前の打ち間違い、または別のサービスのID。',
    },
    {
      en: 'Two people behind one address with the same program: the password may be the other one’s.',
      ja: '同じIPアドレス・同じ種類の端末を使う2人(パスワードが別の人のものである場合)。',
    },
  ],
  blindSpots: [
    {
      en: 'Passwords of lower-case letters only, or of fewer than eight characters.',
      ja: '英小文字だけのパスワード、8文字未満のパスワード。',
    },
    {
      en: 'Logs that do not write names that belong to nobody, or that take any name for an account.',
      ja: '会員でない名前を記録しないログ、どの名前もアカウントとみなすログ。',
    },
  ],
  messages: {
    typed: {
      en: 'A name that belongs to no account and looks like a password was typed at {source}; {after} later {account} logged in from there. It may be the password of this account, and it stands in the log.',
      ja: '{source} で、会員のものではなくパスワードのように見える名前が入力され、{after}後に同じ接続元から {account} がログインしています。このアカウントのパスワードがログに残っている可能性があります。',
    },
  },
  state: { typed: recent(16) },
  create: ({ parameters, report }) => ({
    event: (event, { typed }) => {
      if (event.outcome !== 'success') {
        if (event.isPasswordLikeName) typed.push(event.timeMs, event.nameKey, event.agentKey, event.row)
        return
      }
      if (event.accountKey < 0 || event.isOthersAct) return
      const sinceMs = event.timeMs - parameters.window
      const slip = lastSlip(typed, event, sinceMs)
      if (slip === undefined || typed.distinctSince(sinceMs, 'a') > parameters.most) return
      report(event, {
        messageId: 'typed',
        confidence: 'low',
        accountKey: event.accountKey,
        data: { account: event.account ?? '', source: event.source ?? '', after: { durationMs: event.timeMs - slip.timeMs } },
        evidence: [slip.row, event.row],
      })
      typed.clear()
    },
  }),
})

const lastSlip = (typed: Window, event: RuleEvent, sinceMs: number) => {
  let slip: { readonly timeMs: number; readonly row: number } | undefined
  typed.each(sinceMs, (timeMs, _name, agentKey, row) => {
    if (agentKey === event.agentKey) slip = { timeMs, row }
  })
  return slip
}
