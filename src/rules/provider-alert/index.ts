import { ratingOf } from './rating.ts'
import { defineRule, number } from '../define-rule.ts'
import { networkText } from '../define-signals.ts'

/** What the provider itself found suspicious, with the weight it gave it. */
export const rule = defineRule({
  id: 'provider-alert',
  title: { en: 'Alert of the provider', ja: '認証基盤自身による警告' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['provider', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['provider-alert'], outcome: ['info', 'success', 'failure', 'blocked'] },
  least: { events: () => 1 },
  needs: ['account'],
  parameters: {
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'What did the provider itself warn of?',
    ja: '認証基盤自身は何を警告しているか',
  },
  howItDecides: {
    en: "Passes the provider's alert on with its own rating (high, medium, low). Without a rating it is medium, low where the provider stopped the attempt, high where the alert is the owner's own report, or its name says that an account was hijacked or attacked by a government.",
    ja: '認証基盤の警告を、その評価(高・中・低)のまま報告します。評価がない場合は「中」、認証基盤が試行を止めた場合は「低」、利用者本人の申告である場合と、名称が乗っ取りや国家の関与する攻撃を示す場合は「高」とします。',
  },
  falsePositives: [{ en: 'Providers rate travel, VPNs and new phones as risks.', ja: '移動、VPN、新しい電話をリスクと評価する提供元。' }],
  blindSpots: [
    { en: 'Alerts that name no account.', ja: 'アカウントの記載がない警告。' },
    { en: 'Ratings that are bare numbers count as none.', ja: '数値だけのリスク評価(評価なしとみなす)。' },
    { en: "Exports without the provider's risk events.", ja: '提供元のリスクイベントを含まないエクスポート。' },
  ],
  messages: {
    alert: {
      en: '{account}: alert of the provider: {alert} (rated {rating}), from {source} ({network}).',
      ja: '{account} について認証基盤の警告があります: {alert}(評価 {rating}、{source}、{network})。',
    },
  },
  state: { alerts: number() },
  create: ({ report }) => ({
    event: (event, state) => {
      state.alerts += 1
      const severity = ratingOf(event, 'medium')
      report(event, {
        messageId: 'alert',
        severity,
        data: {
          account: event.account ?? '',
          source: event.source ?? '',
          network: networkText(event),
          alert: event.code ?? '',
          rating: event.providerRisk ?? '',
          alerts: state.alerts,
        },
        evidence: [event.row],
      })
    },
  }),
})
