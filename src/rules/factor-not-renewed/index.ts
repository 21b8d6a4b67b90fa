import { HOUR_MS } from '../../kernel/time-units.ts'
import { ATTACK_RULES, isForeign, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { defineRule, number } from '../define-rule.ts'
import type { RuleEvent, State } from '../define-rule.ts'

const LONG_AGO = Number.NEGATIVE_INFINITY
const STATE = {
  removedRow: number(-1),
  removedMs: number(LONG_AGO),
  isForeign: number(),
  isByOther: number(),
  enrolledMs: number(LONG_AGO),
}

/** A second factor is taken away, none takes its place, and the account goes on being used without. */
export const rule = defineRule({
  id: 'factor-not-renewed',
  title: { en: 'MFA factor removed and not replaced', ja: '追加認証の登録解除後、再登録なし' },
  severity: 'low',
  attack: ['T1556.006'],
  tags: ['change', 'mfa', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: ['mfa-remove', 'mfa-enroll', 'mfa', 'login', 'session-use'], outcome: ['success', 'info'] },
  least: { events: () => 1, action: ['mfa-remove'] },
  needs: ['account', 'change', 'success'],
  parameters: {
    within: {
      default: '12h',
      type: 'duration',
      en: 'Time in which a factor should be enrolled again; one enrolled as long before counts too.',
      ja: '認証要素の再登録を待つ時間(同じ長さだけ前の登録も数える)。',
    },
    ...NEWS_PARAMETERS,
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Has the account lost its second factor for good?',
    ja: 'このアカウントの追加認証は外されたままか',
  },
  howItDecides: {
    en: 'Remembers the removal of a factor. When the account is used more than 12 hours later and no factor was enrolled or used in between, nor enrolled shortly before, that is reported: low, because owners and help desks do it too; medium where the removal came from a context new to whoever did it.',
    ja: '追加認証の登録解除を記憶し、12時間を過ぎてもどの追加認証も登録も利用もされないままアカウントが使われたときに報告します(解除の直前に別のものが登録されていた場合は除きます)。本人やヘルプデスクの操作でも起こるため「低」、解除の操作が普段と異なる環境からのときは「中」とします。',
  },
  falsePositives: [
    { en: 'An owner who gives up MFA where it is optional.', ja: '任意のMFAを本人がやめた場合。' },
    {
      en: 'A factor remembered on the device, so that it is not asked for again in this log.',
      ja: '端末に記憶され、このログで要求されなくなった認証要素。',
    },
  ],
  blindSpots: [
    { en: 'An account that is not used again in this log.', ja: 'このログの範囲で再び使われないアカウント。' },
    { en: 'Systems that do not log factors.', ja: '認証要素を記録しないシステム。' },
  ],
  messages: {
    open: {
      en: '{account}: an MFA factor was removed and none enrolled since; {hours:hour|hours} later it is used without, from {source}.',
      ja: '{account} は追加認証の登録が解除された {hours}時間後も再登録がなく、追加認証なしで {source} から利用されています。',
    },
    elsewhere: {
      en: '{account}: an MFA factor was removed from a country, network or program never used before, and none enrolled since; {hours:hour|hours} later it is used without, from {source}.',
      ja: '{account} は普段と異なる環境から追加認証の登録が解除された {hours}時間後も再登録がなく、追加認証なしで {source} から利用されています。',
    },
    'by-other': {
      en: '{account}: somebody other than the owner removed an MFA factor, and none was enrolled since; {hours:hour|hours} later it is used without, from {source}.',
      ja: '{account} は本人以外の操作で追加認証の登録が解除された {hours}時間後も再登録がなく、追加認証なしで {source} から利用されています。',
    },
  },
  state: STATE,
  create: ({ parameters, report }) => {
    const options = newsOptions(parameters)
    const open = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (event.timeMs - state.enrolledMs <= parameters.within) return
      state.removedRow = event.row
      state.removedMs = event.timeMs
      state.isForeign = isForeign(event, options) ? 1 : 0
      state.isByOther = event.isOthersAct ? 1 : 0
    }
    const judgeUse = (event: RuleEvent, state: State<typeof STATE>): void => {
      if (event.timeMs - state.removedMs <= parameters.within) return
      const messageId = state.isForeign === 1 ? 'elsewhere' : state.isByOther === 1 ? 'by-other' : 'open'
      report(event, {
        messageId,
        severity: state.isForeign === 1 ? 'medium' : 'low',
        confidence: 'low',
        data: { account: event.account ?? '', source: event.source ?? '', hours: Math.floor((event.timeMs - state.removedMs) / HOUR_MS) },
        evidence: [state.removedRow, event.row],
      })
      state.removedRow = -1
    }
    return {
      event: (event, state) => {
        if (event.action === 'mfa-remove') open(event, state)
        else if (event.action === 'mfa-enroll') {
          state.enrolledMs = event.timeMs
          state.removedRow = -1
        } else if (event.action === 'mfa' || event.mfaMethod !== undefined) state.removedRow = -1
        else if (state.removedRow >= 0 && !event.isOthersAct) judgeUse(event, state)
      },
    }
  },
})
