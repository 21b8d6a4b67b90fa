import { MINUTE_MS } from '../../kernel/time-units.ts'
import { ATTACK_RULES, isForeign, NEWS_PARAMETERS, newsOptions } from '../define-doubt.ts'
import { defineRule, number } from '../define-rule.ts'
import type { Severity } from '../../model/vocabulary.ts'

const LONG_AGO = Number.NEGATIVE_INFINITY

/** Somebody is given more power. */
export const rule = defineRule({
  id: 'role-granted',
  title: { en: 'Role or privilege granted', ja: '権限の付与' },
  severity: 'medium',
  attack: ['T1098.003'],
  tags: ['change', 'privilege', 'account'],
  partition: ['account'],
  stage: 2,
  after: ATTACK_RULES,
  when: { action: ['role-grant', 'login', 'signup', 'account-create'], outcome: ['success', 'info'] },
  least: { events: () => 1, action: ['role-grant'] },
  needs: ['account'],
  parameters: {
    within: {
      default: '24h',
      type: 'duration',
      en: 'Time after a doubtful login of the account in which a grant is high.',
      ja: 'アカウントの疑わしいログインから、権限付与を「高」とする時間。',
    },
    provisioning: {
      default: '1h',
      type: 'duration',
      en: 'Time after the account came to be in which grants by others are its set-up.',
      ja: 'アカウントの作成から、他者による付与を初期設定とみなす時間。',
    },
    ...NEWS_PARAMETERS,
    gap: { default: '1h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Who was given more power, and by whom?',
    ja: '誰にどこから権限が付与されたか',
  },
  howItDecides: {
    en: "Reports each grant of a role or privilege: medium; high when it came from a context new to whoever gave it or from an attacking source, or when the account logged in from a new context within the day before. Grants by others within an hour of the account's creation are low: that is how accounts are set up.",
    ja: '権限・役割の付与を報告します。通常は「中」、付与した者にとって普段と異なる環境や攻撃中の接続元から行われたとき、または対象のアカウントに前日以内に普段と異なる環境からのログインがあったときは「高」とします。アカウント作成から1時間以内の本人以外による付与は、初期設定とみなして「低」とします。',
  },
  falsePositives: [
    { en: 'Everyday administration: compare with the request or the ticket.', ja: '日常の管理作業(申請やチケットと照合)。' },
    { en: 'An identity migration or a provisioning job.', ja: 'IDの移行やプロビジョニングの処理。' },
  ],
  blindSpots: [
    { en: 'Grants to a group that the account is in.', ja: 'アカウントが属するグループへの付与。' },
    { en: 'Systems that do not log grants.', ja: '権限付与を記録しないシステム。' },
    {
      en: 'An administrator who does not log in within this log has no past to compare with.',
      ja: 'このログの範囲でログインしていない管理者(比較できる過去の記録がない)。',
    },
  ],
  messages: {
    granted: {
      en: '{account}: a role or privilege was granted from {source}.',
      ja: '{account} について、{source} から権限が付与されています。',
    },
    'new-account': {
      en: '{account}: a role or privilege was granted while the account was set up, from {source}.',
      ja: '{account} について、アカウントの作成直後に {source} から権限が付与されています。',
    },
    elsewhere: {
      en: '{account}: a role or privilege was granted from {source}, an attacking source or a context that whoever did it never used before.',
      ja: '{account} について、攻撃中の接続元、または操作した者にとって普段と異なる環境の {source} から権限が付与されています。',
    },
    'to-doubted': {
      en: '{account}: a role or privilege was granted from {source}, {minutes:minute|minutes} after a login to this account from a context it never used.',
      ja: '{account} は普段と異なる環境からのログインの {minutes}分後に、{source} から権限が付与されています。',
    },
  },
  state: { createdMs: number(LONG_AGO), doubtMs: number(LONG_AGO), doubtRow: number(-1) },
  create: ({ parameters, report }) => {
    const options = newsOptions(parameters)
    return {
      event: (event, state) => {
        if (event.action === 'signup' || event.action === 'account-create') state.createdMs = event.timeMs
        else if (event.action === 'login') {
          if (event.isOthersAct || !isForeign(event, options)) return
          state.doubtMs = event.timeMs
          state.doubtRow = event.row
        } else {
          const isDoubted = event.timeMs - state.doubtMs <= parameters.within
          const isElsewhere = event.threat(0) !== undefined || isForeign(event, options)
          const isSetUp = event.isOthersAct && event.timeMs - state.createdMs <= parameters.provisioning
          const judged = (): { readonly messageId: string; readonly severity: Severity } => {
            if (isElsewhere) return { messageId: 'elsewhere', severity: 'high' }
            if (isDoubted) return { messageId: 'to-doubted', severity: 'high' }
            return isSetUp ? { messageId: 'new-account', severity: 'low' } : { messageId: 'granted', severity: 'medium' }
          }
          report(event, {
            ...judged(),
            data: {
              account: event.account ?? '',
              source: event.source ?? '',
              ...(isDoubted ? { minutes: Math.round((event.timeMs - state.doubtMs) / MINUTE_MS) } : {}),
            },
            evidence: isDoubted ? [state.doubtRow, event.row] : [event.row],
          })
        }
      },
    }
  },
})
