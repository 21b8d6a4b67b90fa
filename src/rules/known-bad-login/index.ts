import type { Severity } from '../../model/vocabulary.ts'
import { defineRule, number } from '../define-rule.ts'
import { whoAndWhere } from '../define-signals.ts'

/** A login that worked from a source on the organisation's intelligence list. */
export const rule = defineRule({
  id: 'known-bad-login',
  title: { en: 'Login from a source on the intelligence list', ja: '脅威情報にある接続元からのログイン成功' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['intel', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  list: 'intel',
  among: 'intel',
  when: { action: ['login', 'session-use'], outcome: ['success'] },
  needs: ['ip', 'account', 'success'],
  parameters: {
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Did somebody get into this account from an address that we know to be bad?',
    ja: '悪用が知られている接続元から、このアカウントへのログインに成功しているか',
  },
  howItDecides: {
    en: 'A success from a source that --intel names: high where the account never came from its network, medium where it knows the network but not the address or nothing earlier is on record, low where it has used that very address before.',
    ja: '--intel にある接続元からの成功を報告します。そのネットワークからの利用が過去になければ「高」、ネットワークの利用はあるがIPアドレスが新しい場合と過去の記録がない場合は「中」、同じIPアドレスの利用が以前からあれば「低」です。',
  },
  falsePositives: [
    { en: 'A customer who uses a VPN or relay that the list names.', ja: '脅威情報にあるVPN・中継サービスを普段から使う利用者。' },
    { en: 'A list that has grown old.', ja: '古くなった脅威情報。' },
  ],
  blindSpots: [{ en: 'Whatever the list does not name.', ja: '脅威情報にない接続元。' }],
  messages: {
    login: {
      en: '{account} was entered from {source} ({network}) with {agent}; the list says: {intel}.',
      ja: '{account} に {source}({network})から {agent} でログインに成功しています(脅威情報: {intel})。',
    },
  },
  state: { logins: number() },
  create: ({ report }) => {
    return {
      event: (event, state) => {
        const { intel, usual } = event
        if (intel === undefined) return
        state.logins += 1
        const hasPast = !Number.isNaN(usual.firstMs)
        const severity: Severity = usual.sameSource > 0 ? 'low' : usual.sameNetwork > 0 || !hasPast ? 'medium' : 'high'
        report(event, {
          messageId: 'login',
          severity,
          confidence: hasPast ? 'medium' : 'low',
          data: {
            ...whoAndWhere(event),
            intel,
            logins: state.logins,
          },
          evidence: [event.row],
        })
      },
    }
  },
})
