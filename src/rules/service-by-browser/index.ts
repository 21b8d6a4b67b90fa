import { defineRule, number } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'

/** A program's account in a person's hands. */
export const rule = defineRule({
  id: 'service-by-browser',
  title: { en: 'Service account used by a browser', ja: 'サービス用アカウントのブラウザーからの利用' },
  severity: 'high',
  attack: ['T1078'],
  tags: ['roster', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  list: 'roster',
  among: 'service',
  when: { action: ['login', 'session-use'], outcome: ['success'] },
  needs: ['account', 'success', 'userAgent'],
  parameters: {
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: "Does a person use a program's account?",
    ja: 'プログラム用のアカウントを人が使っていないか',
  },
  howItDecides: {
    en: 'Reports successes of accounts that the roster calls service with a browser or app of a person.',
    ja: '人員リスト(--roster)でサービス用とされたアカウントが、人の使うブラウザーやアプリで成功した場合に報告します。',
  },
  falsePositives: [{ en: 'Set-up or repair by the administrator in charge.', ja: '担当の管理者による設定・復旧作業。' }],
  blindSpots: [
    { en: 'A person with a script, or a browser that names itself a program.', ja: 'スクリプトを使う人、プログラムを名乗るブラウザー。' },
  ],
  messages: {
    browser: {
      en: 'The service account {account} was used with {agent} from {source} ({network}).',
      ja: 'サービス用アカウント {account} が、{source}({network})から {agent} で利用されています。',
    },
  },
  state: { uses: number() },
  create: ({ report }) => ({
    event: (event, state) => {
      const { agent } = event
      if (agent === undefined || agent.scripted || agent.family === 'unknown' || agent.deviceClass === 'bot' || event.isOthersAct) return
      state.uses += 1
      report(event, {
        messageId: 'browser',
        data: {
          ...whoAndWhere(event),
          uses: state.uses,
        },
        evidence: [event.row],
      })
    },
  }),
})
