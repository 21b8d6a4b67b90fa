import type { MessageData } from '../../model/finding.ts'
import { examplePaths } from './example-paths.ts'
import type { LearntAnswer, Lessons, OpenLogin } from './lessons.ts'

interface Remark {
  readonly id: 'login-read-success' | 'login-read-failure' | 'login-open' | 'login-open-alike'
  readonly data: MessageData
}

const learntRemark = ({ path, status, outcome, followed, wentIn, triedAgain }: LearntAnswer): Remark => ({
  id: `login-read-${outcome}`,
  data: { path, status, followed, wentIn, triedAgain },
})

const openRemark = (open: OpenLogin): Remark => ({
  id: examplePaths(open) === undefined ? 'login-open-alike' : 'login-open',
  data: { path: open.path, statuses: open.statuses },
})

/** What a reader has to know about how the answers of logins were read: never silently. */
export const remarksOn = ({ answers, open }: Lessons): readonly Remark[] => [...answers.map(learntRemark), ...open.map(openRemark)]
