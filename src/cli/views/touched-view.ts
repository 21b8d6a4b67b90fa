import type { MessageId } from '../../i18n/catalogue.ts'
import { moment } from '../../i18n/describe/moment.ts'
import { say } from '../../i18n/translate.ts'
import { toIso } from '../../kernel/time.ts'
import type { AccountStory } from '../../pipeline/account-story.ts'
import type { Touched, TouchedKind } from '../../pipeline/touched.ts'
import { rows, type View } from './view.ts'

/** Of each kind; the rest is for programs. */
const MOST_LINES = 10

const LABELS: Readonly<Record<TouchedKind, MessageId>> = {
  address: 'account.touched.address',
  agent: 'account.touched.agent',
  device: 'account.touched.device',
  session: 'account.touched.session',
}

const lineOf = ({ value, since, accounts, ids, failures, successes }: Touched, view: View): string => {
  const named = value ?? say('account.touched-session', { since: moment(toIso(since), view.zone) }, view)
  const line = say('account.touched-line', { value: named, accounts, failures, successes }, view)
  return ids.length === 0 ? line : say('account.touched-ids', { line, ids }, view)
}

const linesOf = (kind: TouchedKind, { touched, widespread }: AccountStory, view: View): readonly string[] => {
  const mine = touched.filter((one) => one.kind === kind)
  const texts = [
    ...mine.slice(0, MOST_LINES).map((one) => lineOf(one, view)),
    ...(mine.length > MOST_LINES ? [say('account.touched-more', { count: mine.length - MOST_LINES }, view)] : []),
    ...widespread.filter((one) => one.kind === kind).map(({ values, accounts }) => say('account.widespread', { values, accounts }, view)),
  ]
  return rows(say(LABELS[kind], {}, view), texts, view)
}

/** Which other accounts were met on what this account's attacker used, and on nothing where there were none. */
export const touchedLines = (story: AccountStory, view: View): readonly string[] =>
  story.touched.length + story.widespread.length === 0
    ? []
    : [
        '',
        view.palette.heading(say('account.touched', {}, view)),
        ...(Object.keys(LABELS) as TouchedKind[]).flatMap((kind) => linesOf(kind, story, view)),
      ]
