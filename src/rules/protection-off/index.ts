import { ATTACK_RULES, isForeign, isUsualPlace, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { defineRule, number } from '../define-rule.ts'
import type { Severity } from '../../model/vocabulary.ts'

/** The rules by which everybody logs in are changed: a policy, attack protection, or whose word is taken for a login. */
export const rule = defineRule({
  id: 'protection-off',
  title: { en: 'Login protection or identity provider changed', ja: 'ログイン保護・認証連携の設定変更' },
  severity: 'low',
  attack: ['T1562', 'T1556.009', 'T1484.002'],
  tags: ['change', 'privilege', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: ['policy-change', 'identity-provider-change'], outcome: ['success', 'info'] },
  least: { events: () => 1 },
  needs: ['account'],
  parameters: {
    ...NEWS_PARAMETERS,
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Who changed how people are protected when they log in?',
    ja: 'ログインの保護に関わる設定を誰が変更したか',
  },
  howItDecides: {
    en: "Reports changes of login policies, attack protection and identity providers under the account that made them: low; medium from a context new to it or from an attacking source. An identity provider linked from the account's usual place is listed for information only: many systems let their users do that.",
    ja: 'ログインに関する方針、攻撃対策、認証連携先の設定変更を、操作したアカウントごとに「低」で報告します。そのアカウントにとって普段と異なる環境や攻撃中の接続元からの変更は「中」です。普段の環境からの認証連携の変更は、利用者自身が行える仕組みも多いため「情報」とします。',
  },
  falsePositives: [{ en: 'Everyday administration: compare with the change record.', ja: '日常の管理作業(変更記録と照合)。' }],
  blindSpots: [
    {
      en: 'Whether the change weakened or strengthened the protection: the raw record says.',
      ja: 'その変更が保護を弱めたか強めたか(元のレコードで確認)。',
    },
    { en: 'Changes that the log ties to no account.', ja: 'どのアカウントの操作か、ログから分からない変更。' },
  ],
  messages: {
    changed: {
      en: '{account}: {action} ({code}) from {source}.',
      ja: '{account} により、{source} から「{action}」({code})が行われています。',
    },
    elsewhere: {
      en: '{account}: {action} ({code}) from {source}, an attacking source or a context never used before.',
      ja: '{account} により、攻撃中の接続元、または普段と異なる環境の {source} から「{action}」({code})が行われています。',
    },
  },
  state: { changes: number() },
  create: ({ parameters, report }) => {
    const options = newsOptions(parameters)
    return {
      event: (event, state) => {
        state.changes += 1
        const isElsewhere = event.threat(0) !== undefined || isForeign(event, options)
        const isOwnLink = event.action === 'identity-provider-change' && !event.isOthersAct && isUsualPlace(event)
        const severity: Severity = isElsewhere ? 'medium' : isOwnLink ? 'info' : 'low'
        report(event, {
          messageId: isElsewhere ? 'elsewhere' : 'changed',
          severity,
          confidence: isElsewhere ? 'medium' : 'low',
          data: {
            account: event.account ?? '',
            source: event.source ?? '',
            action: event.action,
            code: event.code ?? '',
            changes: state.changes,
          },
          evidence: [event.row],
        })
      },
    }
  },
})
