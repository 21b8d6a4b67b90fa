import { HOUR_MS } from '../../kernel/time-units.ts'
import type { Action } from '../../model/vocabulary.ts'
import { ATTACK_RULES } from '../define-doubt.ts'
import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { isGuess } from '../define-signals.ts'

const LONG_AGO = Number.NEGATIVE_INFINITY
const BEGINNINGS: ReadonlySet<Action> = new Set(['account-create', 'signup'])
/** Failures that are kept: the place where they were is what counts. */
const MOST_FAILURES = 16
/** Failures that are told. */
const TOLD_FAILURES = 5

const STATE = {
  /** The last login, and whether its place was new to the account. */
  loginRow: number(-1),
  loginMs: number(LONG_AGO),
  loginPlace: number(-1),
  loginSource: number(-1),
  isNewPlace: number(),
  country: number(-1),
  isHosted: number(),
  /** The change after it, while nobody is known to have the new password elsewhere. */
  changedRow: number(-1),
  changedMs: number(LONG_AGO),
  changedPlace: number(-1),
  setRow: number(-1),
  setMs: number(LONG_AGO),
  createdMs: number(LONG_AGO),
  /** Where the password was changed by whoever locked the other one out. */
  strangersPlace: number(-1),
  failures: recent(MOST_FAILURES),
}
type Past = State<typeof STATE>

/** The network, or the address where none is known; numbers that do not meet. */
const placeOf = ({ networkKey, sourceKey }: RuleEvent): number => {
  if (networkKey >= 0) return networkKey * 2
  return sourceKey < 0 ? -1 : sourceKey * 2 + 1
}

const isNewPlace = ({ usual, networkKey }: RuleEvent): boolean => (networkKey >= 0 ? usual.sameNetwork === 0 : usual.sameSource === 0)

/** A key opens the account whatever the password is. */
const isByPassword = ({ protocol }: RuleEvent): boolean => protocol !== 'publickey'

const forget = (state: Past): void => {
  state.changedRow = -1
  state.changedMs = LONG_AGO
  state.setRow = -1
  state.setMs = LONG_AGO
  state.failures.clear()
}

/** Rows of the failures where the event comes from. */
const failuresThere = (place: number, { failures, changedMs }: Past): readonly number[] => {
  const rows: number[] = []
  failures.each(changedMs, (_, at, __, row) => {
    if (at === place) rows.push(row)
  })
  return rows
}

/** Set by somebody else, or by way of the recovery and not where it was changed. */
const isSetAnew = (event: RuleEvent, { changedPlace }: Past): boolean =>
  event.action === 'password-reset' && (event.isOthersAct || placeOf(event) !== changedPlace)

/** Whoever sets the password and whoever then cannot get in are two. */
export const rule = defineRule({
  id: 'owner-locked-out',
  title: {
    en: 'Password set from a new place, unknown where it was needed',
    ja: '新しい場所で設定され、別の場所では通らなかったパスワード',
  },
  severity: 'medium',
  attack: ['T1098', 'T1531', 'T1078'],
  tags: ['change', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: ['login', 'password-change', 'password-reset', 'account-create', 'signup'] },
  least: { events: () => 1, action: ['password-change'] },
  needs: ['ip', 'account', 'change', 'success'],
  parameters: {
    within: { default: '1h', type: 'duration', en: 'Longest time from the login to the change.', ja: 'ログインから変更までの最長時間。' },
    window: {
      default: '14d',
      type: 'duration',
      en: 'Longest time from the change to the failures, and from the making of an account to a change that is its owner settling in.',
      ja: '変更から失敗までの最長時間。アカウント作成から、本人の初期設定とみなす変更までの最長時間も同じ。',
    },
    soon: {
      default: '24h',
      type: 'duration',
      en: 'Longest time from the reset to the login where the failures were.',
      ja: '再設定から、失敗のあった場所でのログインまでの最長時間。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Did somebody set a password that the owner does not know?',
    ja: '本人の知らないパスワードに変更されていないか',
  },
  howItDecides: {
    en: 'Remembers a password that was changed within an hour of a login from a network new to the account. Where the password then failed in another network, had to be set anew by somebody else or from elsewhere, and opened the account there within a day, it is reported: whoever changed it and whoever came for help are hardly one. High where the change came from a data centre or another country. A login by password from any other network in between ends it: the new password is known there. Later logins from the network of the change are reported as high: a key of their own, or a session, outlives a password.',
    ja: 'アカウントにとって初めてのネットワークからログインし、1時間以内にパスワードが変更されたことを記憶します。その後、別のネットワークでパスワードが通らず、本人以外または別の場所からの操作で再設定され、1日以内に失敗と同じ場所からログインが成功したときに報告します。変更した人と、再設定を求めた人は別人とみられます。変更がデータセンターまたは別の国からの場合は「高」とします。その間に別のネットワークからパスワードでログインが成功した場合は、新しいパスワードが知られているため対象外とします。報告後に、変更のあったネットワークから再びログインが成功したときは「高」とします(登録された鍵などは、パスワードを変えても使えます)。',
  },
  falsePositives: [
    {
      en: 'An owner who changes the password on a journey and has forgotten it at home.',
      ja: '旅先でパスワードを変更し、帰宅後に忘れた本人。',
    },
    {
      en: 'An account that two persons share, one of whom changes the password.',
      ja: '二人で共有し、一人がパスワードを変更したアカウント。',
    },
  ],
  blindSpots: [
    { en: 'An owner who has not come back in the time of the log.', ja: 'ログの期間中に本人が戻らない場合。' },
    { en: "A change from the owner's own network.", ja: '本人のネットワークからの変更。' },
    { en: 'Somebody who keeps the password as it is.', ja: 'パスワードを変更せずに使う第三者。' },
  ],
  messages: {
    'locked-out': {
      en: '{account}: the password was changed after a login from a network new to the account; {failures:login|logins} then failed at {source}, where the account opened again only once the password had been set anew, {hours:hour|hours} after the change.',
      ja: '{account} はアカウントにとって初めてのネットワークからのログイン後にパスワードが変更され、その後 {source} からのログインが{failures}回失敗し、変更の {hours}時間後にパスワードが再設定されるまで成功していません。',
    },
    back: {
      en: '{account}: used again from the network ({source}) in which its password had been changed before it was set anew: a new password did not keep that person out.',
      ja: '{account} は、再設定の前にパスワードが変更されたときと同じネットワーク({source})から再び利用されています。パスワードの再設定後も、同じ人が利用できる状態です。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const note = (event: RuleEvent, state: Past): void => {
      state.loginRow = event.row
      state.loginMs = event.timeMs
      state.loginPlace = placeOf(event)
      state.loginSource = event.sourceKey
      state.isNewPlace = isNewPlace(event) ? 1 : 0
      state.country = event.countryKey
      state.isHosted = event.network?.kind === 'hosting' ? 1 : 0
    }
    const tell = (event: RuleEvent, state: Past, failures: readonly number[]): void => {
      const isElsewhere = state.country >= 0 && event.countryKey >= 0 && state.country !== event.countryKey
      report(event, {
        messageId: 'locked-out',
        severity: isElsewhere || state.isHosted === 1 ? 'high' : 'medium',
        confidence: 'medium',
        sourceKey: state.loginSource,
        data: {
          account: event.account ?? '',
          source: event.source ?? '',
          failures: failures.length,
          hours: Math.round((event.timeMs - state.changedMs) / HOUR_MS),
        },
        // The login that it ends with is the other's, and no sign of a stranger.
        evidence: [state.loginRow, state.changedRow, ...failures.slice(-TOLD_FAILURES), state.setRow],
      })
      state.strangersPlace = state.changedPlace
      forget(state)
    }
    const tellReturn = (event: RuleEvent): void =>
      report(event, {
        messageId: 'back',
        severity: 'high',
        confidence: 'medium',
        data: { account: event.account ?? '', source: event.source ?? '' },
        evidence: [event.row],
      })
    const judgeLogin = (event: RuleEvent, state: Past): void => {
      const place = placeOf(event)
      if (place >= 0 && place === state.strangersPlace) return tellReturn(event)
      if (state.changedRow < 0) return note(event, state)
      if (place === state.changedPlace || !isByPassword(event)) return
      const failures = failuresThere(place, state)
      if (event.timeMs - state.setMs <= parameters.soon && failures.length > 0) return tell(event, state, failures)
      // Whoever it was knew the new password.
      forget(state)
      note(event, state)
    }
    const judgeChange = (event: RuleEvent, state: Past): void => {
      const isSettlingIn = event.timeMs - state.createdMs <= parameters.window
      if (isSettlingIn || state.isNewPlace === 0 || event.timeMs - state.loginMs > parameters.within) return
      forget(state)
      state.changedRow = event.row
      state.changedMs = event.timeMs
      state.changedPlace = state.loginPlace
    }
    const judgeFailure = (event: RuleEvent, state: Past): void => {
      const place = placeOf(event)
      if (state.changedRow < 0 || place < 0 || place === state.changedPlace || event.timeMs - state.changedMs > parameters.window) return
      if (event.threat(parameters.soon) === undefined) state.failures.push(event.timeMs, place, 0, event.row)
    }
    const judgeReset = (event: RuleEvent, state: Past): void => {
      if (state.changedRow < 0 || state.failures.size === 0 || !isSetAnew(event, state)) return
      state.setRow = event.row
      state.setMs = event.timeMs
    }
    return {
      event: (event, state) => {
        const isDone = event.outcome === 'success' || event.outcome === 'info'
        if (BEGINNINGS.has(event.action)) state.createdMs = event.timeMs
        else if (event.action === 'login') {
          if (isGuess(event)) judgeFailure(event, state)
          else if (event.outcome === 'success' && !event.isOthersAct) judgeLogin(event, state)
        } else if (isDone && event.action === 'password-change' && !event.isOthersAct) judgeChange(event, state)
        else if (isDone) judgeReset(event, state)
      },
    }
  },
})
