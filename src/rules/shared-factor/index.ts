import { createTally } from '../../kernel/tally.ts'
import { defineRule, number, recent } from '../define-rule.ts'

/** One device puts its second factor on several accounts. */
export const rule = defineRule({
  id: 'shared-factor',
  title: { en: 'One device enrols factors for several accounts', ja: '1つの端末による複数アカウントの認証要素・電話番号の登録' },
  severity: 'medium',
  attack: ['T1556.006', 'T1098.005'],
  tags: ['mfa', 'change', 'takeover'],
  partition: ['device'],
  stage: 2,
  when: { action: ['mfa-enroll', 'phone-change', 'recovery-change'], outcome: ['success', 'info'] },
  least: { events: ({ accounts }) => accounts },
  needs: ['device', 'account', 'change'],
  parameters: {
    window: { default: '30d', type: 'duration', en: 'Time within which accounts are counted.', ja: 'アカウントを数える期間。' },
    accounts: {
      default: 2,
      type: 'count',
      en: 'Accounts with a factor from the same device; Okta, Panther and Auth0 ship 2.',
      ja: '同じ端末から認証要素を登録したアカウントの数。Okta・Panther・Auth0 の公開ルールは2。',
    },
    gap: { default: '30d', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Does one device hold the second factor of several people?',
    ja: '1つの端末が複数人の認証要素を登録していないか',
  },
  howItDecides: {
    en: 'Counts the accounts for which one device (authenticator, phone or browser, as the log names it) enrolled a factor or changed a phone or recovery contact within 30 days: two or more are reported. Acts of an administrator do not count.',
    ja: '1つの端末(認証アプリ、電話、ブラウザーなど、ログに記録されたもの)が30日以内に認証要素の登録や電話番号・復旧用連絡先の変更を行ったアカウントを数えます。2つ以上で報告します。管理者による操作は数えません。',
  },
  falsePositives: [
    { en: 'A family with one tablet, somebody with two accounts.', ja: '1台のタブレットを使う家族、2つのアカウントを持つ利用者。' },
    { en: 'A help desk that enrols for people at its own computer.', ja: '自席の端末で代わりに登録するヘルプデスク。' },
  ],
  blindSpots: [
    {
      en: 'Logs that name no device with the change; most write the browser, not the phone or authenticator itself.',
      ja: '変更に端末を記録しないログ(多くは電話や認証アプリではなくブラウザーを記録する)。',
    },
  ],
  messages: {
    shared: {
      en: 'One device enrolled a factor or contact for {accounts:account|accounts} within {window}, last for {account} from {source}.',
      ja: '1つの端末が {window}以内に {accounts}アカウントの認証要素・連絡先を登録しています(直近は {source} からの {account})。',
    },
  },
  state: { changes: recent(64), reportedRow: number(-1) },
  create: ({ parameters, report }) => {
    const tally = createTally()
    const add = (_timeMs: number, account: number): void => tally.add(account)
    return {
      event: (event, state) => {
        if (event.accountKey < 0 || event.isOthersAct) return
        const sinceMs = event.timeMs - parameters.window
        state.changes.push(event.timeMs, event.accountKey, 0, event.row)
        tally.begin(state.changes.size)
        state.changes.each(sinceMs, add)
        const accounts = tally.distinct()
        if (accounts < parameters.accounts) return
        report(event, {
          messageId: 'shared',
          data: { account: event.account ?? '', source: event.source ?? '', accounts, window: { durationMs: parameters.window } },
          evidence: state.changes.rowsSince(sinceMs, state.reportedRow),
          accountKey: event.accountKey,
        })
        state.reportedRow = event.row
      },
    }
  },
})
