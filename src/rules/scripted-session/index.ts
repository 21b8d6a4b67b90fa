import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State, Window } from '../define-rule.ts'
import { agentText, networkText, whoAndWhere } from '../define-signals.ts'
import type { Severity } from '../../model/vocabulary.ts'

const SCRIPT = 1
const PERSON = 2
/** Of the first context before it is left; no dense id is below −1. */
const UNSET = -2
const STATE = {
  source: number(-1),
  agent: number(-1),
  device: number(-1),
  network: number(-1),
  row: number(-1),
  // Most sessions never leave their first context: what it was is noted when they do, and the windows hold what came after.
  firstSource: number(UNSET),
  firstDevice: number(-1),
  firstAgent: number(-1),
  firstRow: number(-1),
  sources: recent(8),
  devices: recent(8),
}

const hasSeen = (window: Window, wanted: number): boolean => {
  let isThere = false
  window.each(Number.NEGATIVE_INFINITY, (_timeMs, seen) => {
    if (seen === wanted) isThere = true
  })
  return isThere
}

/** A session that a browser began goes on in a script, or on one device after another: its cookie or token was taken (S2). */
export const rule = defineRule({
  id: 'scripted-session',
  title: { en: 'Browser session used by a script', ja: 'ブラウザのセッションを使うプログラム' },
  severity: 'medium',
  attack: ['T1539', 'T1550.004', 'T1550.001'],
  tags: ['session', 'takeover', 'account'],
  partition: ['session'],
  stage: 2,
  when: { outcome: ['success', 'info'] },
  least: { events: () => 2 },
  needs: ['ip', 'account', 'session', 'userAgent'],
  parameters: {
    devices: {
      default: 4,
      type: 'count',
      en: 'Devices in one session that are too many, with two sources or more.',
      ja: '1セッションの端末の数がこれに達すると検知(攻撃元が2つ以上の場合)。',
    },
    sources: { default: 2, type: 'count', en: 'Sources of such a session.', ja: 'そのセッションのIPアドレスの数。' },
    memory: {
      default: '30d',
      type: 'duration',
      en: "Time for which a session's sources and devices are remembered.",
      ja: 'セッションのIPアドレスと端末を記憶する期間。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is a program working in a session that a person began?',
    ja: '利用者が始めたセッションを、別のプログラムが使っていないか',
  },
  howItDecides: {
    en: 'A session begun by a browser or an app that is then used by a script (python-requests, curl, a headless browser …) which the account does not use otherwise: high from another network, medium from another address, low from the address of the browser. Four devices in one session with two addresses are medium. Libraries that phone apps ship with (okhttp, CFNetwork) are no scripts.',
    ja: 'ブラウザやアプリで始まったセッションを、そのアカウントが普段使わないスクリプト(python-requests、curl、ヘッドレスブラウザなど)が使った場合、別の回線からなら「高」、別のアドレスからなら「中」、同じアドレスからなら「低」とします。1つのセッションで端末が4台以上、接続元が2つ以上の場合は「中」です。スマートフォンアプリの部品(okhttp、CFNetworkなど)はスクリプトとみなしません。',
  },
  falsePositives: [
    { en: 'A developer who copies a cookie into a command line (low).', ja: 'Cookieをコマンドラインに貼り付けた開発者(「低」)。' },
    {
      en: 'A server of the service itself that acts for the session and is logged with its own address.',
      ja: 'セッションを代行し、自身のIPアドレスで記録されるサービス側のサーバー。',
    },
  ],
  blindSpots: [
    { en: 'A thief whose tool calls itself a browser, as most do.', ja: 'ブラウザーを名乗るツールを使う攻撃者(多くがそうする)。' },
    { en: 'Logs that write a session id at login only.', ja: 'ログイン時にしかセッションIDを記録しないログ。' },
  ],
  messages: {
    script: {
      en: 'A session of {account} begun with {startedBy} is used by {agent} from {source} ({network}).',
      ja: '{account} の、{startedBy} で始まったセッションが、{source}({network})から {agent} によって使われています。',
    },
    devices: {
      en: 'A session of {account} was used with {devices:device|devices} from {sources:source|sources}, last from {source} ({network}).',
      ja: '{account} の1つのセッションが、{devices}台の端末、{sources}個の接続元から使われています(最後は {source}、{network})。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    // What is behind an agent's key, and its name: as many as there are families in the log.
    const kinds: number[] = []
    const programs: string[] = []
    const kindOf = ({ agent }: RuleEvent): number =>
      agent === undefined || agent.family === 'unknown' ? 0 : agent.scripted ? SCRIPT : PERSON
    const meet = (event: RuleEvent): void => {
      kinds[event.agentKey] = kindOf(event)
      programs[event.agentKey] = agentText(event)
    }
    const begin = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (event.agentKey >= 0 && kinds[event.agentKey] === undefined) meet(event)
      state.network = event.networkKey
    }
    const leaveFirst = (state: State<typeof STATE>): void => {
      state.firstSource = state.source
      state.firstDevice = state.device
      state.firstAgent = state.agent
      state.firstRow = state.row
    }
    const isKnownSource = (event: RuleEvent, state: State<typeof STATE>): boolean =>
      event.sourceKey < 0 || event.sourceKey === state.firstSource || hasSeen(state.sources, event.sourceKey)
    const judgeScript = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (kinds[state.firstAgent] !== PERSON || event.agentKey === state.agent || kindOf(event) !== SCRIPT || event.usual.sameAgent > 0)
        return
      const isOtherNetwork = event.networkKey >= 0 && event.networkKey !== state.network
      const severity: Severity = isKnownSource(event, state) ? 'low' : isOtherNetwork ? 'high' : 'medium'
      report(event, {
        messageId: 'script',
        severity,
        confidence: severity === 'high' ? 'high' : 'medium',
        data: {
          ...whoAndWhere(event),
          startedBy: programs[state.firstAgent] ?? '',
        },
        evidence: [state.row, event.row],
      })
    }
    const judgeDevices = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (event.device < 0 || event.device === state.firstDevice || hasSeen(state.devices, event.device)) return
      state.devices.push(event.timeMs, event.device, 0, event.row)
      const devices = state.devices.size + (state.firstDevice < 0 ? 0 : 1)
      const sources = state.sources.size + (state.firstSource < 0 ? 0 : 1)
      if (devices < parameters.devices || sources < parameters.sources) return
      report(event, {
        messageId: 'devices',
        data: { account: event.account ?? '', source: event.source ?? '', network: networkText(event), devices, sources },
        evidence: [state.firstRow, ...state.devices.rowsSince(Number.NEGATIVE_INFINITY)],
      })
    }
    const follow = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (state.firstSource === UNSET) leaveFirst(state)
      judgeScript(event, state)
      if (!isKnownSource(event, state)) state.sources.push(event.timeMs, event.sourceKey, 0, event.row)
      judgeDevices(event, state)
    }
    return {
      event: (event, state) => {
        const isFirst = state.row < 0
        if (isFirst) begin(event, state)
        if (isFirst || event.sourceKey !== state.source || event.agentKey !== state.agent || event.device !== state.device) {
          if (!isFirst) follow(event, state)
          state.source = event.sourceKey
          state.agent = event.agentKey
          state.device = event.device
        }
        state.row = event.row
      },
    }
  },
})
