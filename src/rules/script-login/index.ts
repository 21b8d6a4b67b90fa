import { defineRule, number, recent } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'
import { createCrowd } from '../define-crowd.ts'
import { agentText } from '../define-signals.ts'

const MOST_LOGINS = 8
const STATE = {
  /** Logins by a browser or an app so far. */
  persons: number(),
  scripts: recent(MOST_LOGINS),
  source: number(-1),
  network: number(-1),
  agent: number(-1),
  isTold: number(),
}
type Past = State<typeof STATE>

/** Somebody's tool got in with a person's password, where neither the person nor a partner of the service uses one. */
export const rule = defineRule({
  id: 'script-login',
  title: { en: "Script logged in to a person's account", ja: '利用者のアカウントへのスクリプトによるログイン' },
  severity: 'high',
  attack: ['T1078', 'T1110.004'],
  tags: ['takeover', 'account', 'novelty'],
  partition: ['account'],
  stage: 2,
  when: { action: ['login'], outcome: ['success'] },
  least: { events: () => 1, any: ['agent'] },
  needs: ['ip', 'account', 'userAgent', 'success'],
  parameters: {
    within: {
      default: '14d',
      type: 'duration',
      en: 'Longest time from a login by a script to the next by a browser or an app that shows whose account it is.',
      ja: 'スクリプトのログインから、利用者のものとわかる次のブラウザやアプリのログインまでの最長時間。',
    },
    accounts: {
      default: 10,
      type: 'count',
      en: "Accounts that scripts logged in to from one address, above which it is a partner's.",
      ja: '同じIPアドレスのスクリプトがログインしたアカウント数。これを超えると提携先のものとみなす。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: "Did a tool get in with a person's password?",
    ja: '攻撃ツールが利用者のパスワードでログインしていないか',
  },
  howItDecides: {
    en: "A successful login by a script (python-requests, curl, a headless browser …) to an account that is used by browsers or apps: from a network that the account does not use otherwise. Where no person had been seen before, the next login by one decides. Libraries that phone apps ship with (okhttp, CFNetwork) are no scripts; an address that more than ten accounts have used is a partner's. When accounts are judged, scripts that come again on another day are the owner's.",
    ja: 'ブラウザやアプリで使われているアカウントに、スクリプト(python-requests、curl、ヘッドレスブラウザなど)がログインに成功した場合に取り上げます。普段使わないネットワークからのものに限ります。それまで利用者のログインがない場合は、次の利用者のログインで判断します。スマートフォンアプリの部品(okhttp、CFNetworkなど)はスクリプトとみなさず、10個を超えるアカウントが使ったIPアドレスは提携先のものとみなします。アカウントの判定では、別の日にも使われるスクリプトは本人のものとします。',
  },
  falsePositives: [
    { en: 'A developer who tries a script on a rented machine once.', ja: '借りたサーバーで一度だけスクリプトを試した開発者。' },
    { en: "A partner's program that a customer tries once.", ja: '利用者が一度だけ試した提携先のサービス。' },
  ],
  blindSpots: [
    { en: 'A tool that calls itself a browser, as most do.', ja: 'ブラウザを名乗るツール(多くがそうする)。' },
    {
      en: 'An account whose owner never comes by a browser or an app in this log.',
      ja: 'ログの期間中に本人の利用が一度もないアカウント。',
    },
  ],
  messages: {
    script: {
      en: 'A script ({agent}) logged in to {account}, which people use otherwise: {logins:time|times}.',
      ja: 'ふだんは利用者が使っている {account} に、スクリプト({agent})が{logins}回ログインしています。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    // What is behind an agent's key: as many as there are families in the log.
    const programs: string[] = []
    const crowd = createCrowd(parameters.accounts)
    const tell = (event: RuleEvent, state: Past): void => {
      const rows = state.scripts.rowsSince(event.timeMs - parameters.within)
      state.scripts.clear()
      if (rows.length === 0 || crowd.isOver(state.source)) return
      state.isTold = 1
      report(event, {
        messageId: 'script',
        severity: 'high',
        confidence: 'medium',
        sourceKey: state.source,
        data: { account: event.account ?? '', agent: programs[state.agent] ?? '', logins: rows.length },
        evidence: rows,
      })
    }
    const byScript = (event: RuleEvent, state: Past): void => {
      crowd.add(event.sourceKey, event.accountKey)
      // What is known of the log's last full hour, and of this one.
      if (event.usual.sameAgent > 0 || event.facts.sourceAccounts > parameters.accounts) return
      state.scripts.push(event.timeMs, event.sourceKey, 0, event.row)
      state.source = event.sourceKey
      state.network = event.networkKey
      state.agent = event.agentKey
      programs[event.agentKey] ??= agentText(event)
      if (state.persons > 0 && event.networkKey >= 0 && event.usual.sameNetwork === 0) tell(event, state)
    }
    const byPerson = (event: RuleEvent, state: Past): void => {
      state.persons += 1
      if (state.scripts.size > 0 && state.isTold === 0 && event.networkKey >= 0 && event.networkKey !== state.network) tell(event, state)
    }
    return {
      event: (event, state) => {
        if (event.isOthersAct || event.agent === undefined || event.agent.family === 'unknown') return
        if (event.agent.scripted) byScript(event, state)
        else byPerson(event, state)
      },
    }
  },
})
