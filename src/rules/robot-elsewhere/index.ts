import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { networkText } from '../define-signals.ts'

/** Logins elsewhere that are kept. */
const MOST_ELSEWHERE = 16

const STATE = {
  /** The data centre that all logins came from; −1: none yet. */
  home: number(-1),
  logins: number(),
  firstMs: number(Number.NaN),
  /** Somebody's line, or several operators: no program at home with one of them. */
  isMixed: number(),
  isAbroad: number(),
  source: number(-1),
  elsewhere: recent(MOST_ELSEWHERE),
}
type Past = State<typeof STATE>

/** A machine of one's own says nothing of the robot's network. */
const isInside = ({ network }: RuleEvent): boolean => network?.kind === 'private'

const isOfDataCentre = ({ network, networkKey }: RuleEvent): boolean => networkKey >= 0 && network?.kind === 'hosting'

/** A program's account is used by somebody who has its key, while the program goes on where it always was. */
export const rule = defineRule({
  id: 'robot-elsewhere',
  title: { en: "Program's account used from another data centre", ja: 'プログラム用アカウントの別のデータセンターからの利用' },
  severity: 'medium',
  attack: ['T1078', 'T1552.001'],
  tags: ['takeover', 'account', 'network'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: { events: ({ minLogins }) => minLogins, any: ['network'] },
  needs: ['ip', 'account', 'network', 'success'],
  parameters: {
    minLogins: { default: 20, type: 'count', en: 'Logins after which the habit is known.', ja: '習慣が判断できるログイン数。' },
    minHistory: { default: '3d', type: 'duration', en: 'Time that these span at least.', ja: 'そのログインがまたがる最短期間。' },
    within: {
      default: '7d',
      type: 'duration',
      en: 'Longest time from the login elsewhere to the next from the usual network: a program that moved does not come back.',
      ja: '別の場所でのログインから、普段のネットワークからの次のログインまでの最長時間(移転したプログラムは戻らない)。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: "Does somebody else use a program's key or password?",
    ja: 'プログラム用の鍵やパスワードが別の場所で使われていないか',
  },
  howItDecides: {
    en: "An account that only ever logs in from the data centres of one operator (20 logins over 3 days or more; addresses may change with each) is a program's. A login from another operator's data centre is remembered, and reported when the next one comes from the usual operator within 7 days: the program is where it was, and somebody else came. High where the country is new, too.",
    ja: '一つの事業者のデータセンターだけから繰り返しログインしているアカウント(3日以上にわたり20回以上。接続元は毎回変わってもよい)をプログラムのものとみなします。別の事業者のデータセンターからのログインを記憶し、7日以内に普段の事業者からのログインが続いたときに報告します。プログラムは元の場所で動き続けており、別の何者かが利用したとみられます。国も初めての場合は「高」とします。',
  },
  falsePositives: [
    { en: 'A second runner of the same program at another operator.', ja: '別の事業者で動き始めた、同じプログラムの二つ目の実行環境。' },
    { en: "The program's author, who tries it on a rented machine.", ja: '借りたサーバーで動作を試す開発者。' },
  ],
  blindSpots: [
    { en: "Somebody at the program's own operator.", ja: 'プログラムと同じ事業者からの利用。' },
    {
      en: 'Somebody at home or behind a mobile carrier: that is rare-network and new-context-success.',
      ja: '家庭や携帯回線からの利用(rare-network と new-context-success の対象)。',
    },
    { en: 'A program that runs less than 20 times in the log.', ja: 'ログの期間中の実行が20回に満たないプログラム。' },
  ],
  messages: {
    elsewhere: {
      en: '{account}: after {logins:login|logins} from {usual} alone, {elsewhere:login|logins} came from another data centre, and then {usual} again.',
      ja: '{account} は {usual} からだけ{logins}回ログインした後、別のデータセンターから{elsewhere}回ログインがあり、その後は再び {usual} から利用されています。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const isKnown = (event: RuleEvent, { logins, firstMs }: Past): boolean =>
      logins >= parameters.minLogins && event.timeMs - firstMs >= parameters.minHistory

    const goOn = (event: RuleEvent, state: Past): void => {
      const rows = state.elsewhere.rowsSince(event.timeMs - parameters.within)
      const [first] = rows
      if (first !== undefined) {
        report(event, {
          messageId: 'elsewhere',
          severity: state.isAbroad === 1 ? 'high' : 'medium',
          confidence: 'medium',
          sourceKey: state.source,
          data: { account: event.account ?? '', usual: networkText(event), logins: state.logins, elsewhere: rows.length },
          // The program's own logins are no sign.
          evidence: rows,
        })
      }
      state.elsewhere.clear()
      state.isAbroad = 0
      state.logins += 1
    }

    const goElsewhere = (event: RuleEvent, state: Past): void => {
      if (!isKnown(event, state)) state.isMixed = 1
      else {
        if (event.usual.sameCountry === 0 && event.countryKey >= 0) state.isAbroad = 1
        state.source = event.sourceKey
        state.elsewhere.push(event.timeMs, event.networkKey, 0, event.row)
      }
    }

    return {
      event: (event, state) => {
        if (event.isOthersAct || state.isMixed === 1 || isInside(event)) return
        if (!isOfDataCentre(event)) {
          state.isMixed = 1
          return
        }
        if (state.home < 0) {
          state.home = event.networkKey
          state.firstMs = event.timeMs
        }
        if (state.home === event.networkKey) goOn(event, state)
        else goElsewhere(event, state)
      },
    }
  },
})
