import { defineRule, number } from '../define-rule.ts'
import type { RuleEvent } from '../define-rule.ts'
import { createCrowd } from '../define-crowd.ts'
import { isDetour, whoAndWhere } from '../define-signals.ts'
import type { Severity } from '../../model/vocabulary.ts'

const isScript = ({ agent }: RuleEvent): boolean => agent?.scripted === true

/** Where the account never was before: on another network, also where the address tells no country. */
const isNewPlace = ({ usual, networkKey }: RuleEvent): boolean => networkKey >= 0 && usual.sameSource === 0 && usual.sameNetwork === 0

/** Telephones change their lines all day, and people switch VPNs on: with the usual program both together are worth a second sign. */
const severityOf = (event: RuleEvent, rareShare: number): Severity | undefined => {
  const { mature, countrySuccesses, successes } = event.facts
  const isNewCountry = event.countryKey >= 0 && event.usual.sameCountry === 0 && mature && countrySuccesses <= rareShare * successes
  const isNewProgram = event.agentKey >= 0 && event.usual.sameAgent === 0
  // A telephone whose app has long been logged in travels; what stands on a desk does not.
  const isDesk = event.agent?.deviceClass === 'desktop'
  if (isNewProgram && (isScript(event) || (isNewCountry && isDesk) || isDetour(event))) return 'high'
  return isNewCountry && isDetour(event) ? 'medium' : undefined
}

/** Uses without a login so far: an app may log in once a year. */
const STATE = { uses: number() }

/** A token or cookie is used by somebody who never logged in with it, in a log that numbers no sessions. */
export const rule = defineRule({
  id: 'token-elsewhere',
  title: { en: 'Token used where nobody logged in', ja: 'ログインのない場所でのトークンの利用' },
  severity: 'medium',
  attack: ['T1550.001', 'T1539', 'T1528'],
  tags: ['session', 'token', 'takeover', 'account'],
  partition: ['account'],
  stage: 2,
  when: { action: ['session-use'], outcome: ['success'] },
  least: { events: () => 1, any: ['country', 'agent'] },
  needs: ['ip', 'account', 'network', 'userAgent'],
  parameters: {
    minSuccesses: {
      default: 2,
      type: 'count',
      en: 'Earlier successes that tell where the account is used.',
      ja: 'そのアカウントの利用場所を知るために必要な、それまでの成功の数。',
    },
    rareShare: {
      default: 0.02,
      type: 'ratio',
      en: "A country with at most this share of the log's successes is rare; without a day and 1,000 successes behind it none is.",
      ja: 'ログの成功に占める割合がこれ以下の国をまれとみなす(1日分かつ1,000件の成功を超えるまでは判断しない)。',
    },
    accounts: {
      default: 5,
      type: 'count',
      en: "Accounts that come to one address like this, above which it is the service's own or a partner's.",
      ja: '同じIPアドレスでこのように利用されたアカウント数。これを超えるとサービス自身または提携先のものとみなす。',
    },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Is a stolen token or cookie in use, in a log without ids of sessions?',
    ja: 'セッションIDのないログで、盗まれたトークンやCookieが使われていないか',
  },
  howItDecides: {
    en: 'A renewed token or a call in a session (no login) from a network where the account never was, with a kind of program that it never had: high where that program is a script, the address is in a data centre or a relay, or the program of a computer comes from a country that is new to the account and rare in the log. With the usual program medium, and only in such a country by a data centre or relay. When accounts are judged, a program that the account has on other networks, too, is its own. Records that carry the id of a session are left to session-moved; an address that more than five accounts have used is a service of its own.',
    ja: 'ログインではなく、トークンの更新やセッションの利用が、そのアカウントで初めてのネットワークから、初めての種類の端末で行われた場合に取り上げます。端末がスクリプトの場合、接続元がデータセンターまたは中継サービスの場合、パソコンが、そのアカウントで初めてでログ全体でもまれな国から使われた場合は「高」とします。普段の端末の場合は、そのような国で、かつデータセンターまたは中継サービスのときだけ「中」とします。アカウントの判定では、ほかのネットワークでも使われている端末は本人のものとします。セッションIDのある記録は session-moved で扱い、5個を超えるアカウントが使ったIPアドレスはサービス側のものとみなします。',
  },
  falsePositives: [
    {
      en: 'A computer whose session began before the log does, on its first use in it by a VPN or abroad.',
      ja: 'ログの期間より前に始まったセッションを、VPNや海外で使った本人。',
    },
    { en: "A partner's program on its first day.", ja: '提携先のプログラムの利用初日。' },
  ],
  blindSpots: [
    {
      en: "A thief with the owner's kind of program, or on a home line in the owner's country.",
      ja: '本人と同じ種類の端末や、本人と同じ国の家庭用回線を使う攻撃者。',
    },
    { en: 'An account that the log knows too little of.', ja: 'ログからは普段の利用がわからないアカウント。' },
  ],
  messages: {
    used: {
      en: '{account} was used without a login from {source} ({network}, {country}, {agent}), where it had never been.',
      ja: '{account} が、一度も利用のなかった {source}({network}、{country}、{agent})から、ログインなしに利用されています。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const crowd = createCrowd(parameters.accounts)
    const judge = (event: RuleEvent): void => {
      if (!isNewPlace(event)) return
      const severity = severityOf(event, parameters.rareShare)
      if (severity === undefined) return
      crowd.add(event.sourceKey, event.accountKey)
      if (crowd.isOver(event.sourceKey)) return
      report(event, {
        messageId: 'used',
        severity,
        confidence: severity === 'high' ? 'high' : 'medium',
        data: { ...whoAndWhere(event), country: event.country ?? '' },
        evidence: [event.row],
      })
    }
    return {
      event: (event, state) => {
        if (event.session >= 0 || event.isOthersAct) return
        if (state.uses + event.usual.successes >= parameters.minSuccesses) judge(event)
        state.uses += 1
      },
    }
  },
})
