import { isoTime, type Classified, type Computed, type CsvShape } from '../define-format.ts'
import { auditSentences } from './audit-sentences.ts'

/** What the column `Action` says of a login: `Signed in with TWO-FACTOR authentication`. */
const SIGNED_IN = /^Signed in with (\S{1,40}(?: \S{1,40}){0,2}) authentication/i
const FAILED = /^Failed to login with (\S{1,40}(?: \S{1,40}){0,2}) authentication/i

const isSentence = (pattern: RegExp): Computed => ({ from: ['action'], to: (action) => (pattern.test(action ?? '') ? 'yes' : undefined) })

/** Sentences name addresses and rights: only how they begin is kept, or every tuple would be new. */
const beginning: Computed = {
  from: ['action'],
  to: (action) => auditSentences.map(([pattern]) => pattern.exec(action ?? '')?.[0]).find((found) => found !== undefined),
}

const byAction = (signedIn: string | undefined, failed: string | undefined, sentence: string | undefined): Classified => {
  if (failed !== undefined) return { action: 'login', outcome: 'failure', reason: 'bad-credentials', code: 'audit/failed-login' }
  if (signedIn !== undefined) return { action: 'login', outcome: 'success', accountKnown: true, code: 'audit/login' }
  const action = sentence === undefined ? undefined : auditSentences.find(([pattern]) => pattern.test(sentence))?.[1]
  return action === undefined ? { ignore: 'other-audit-event' } : { action, outcome: 'success', code: `audit/${sentence}` }
}

/** The list of audit events as an instance, a group or a project exports it: columns as in `AuditEvents::ExportCsvService` of GitLab's code. */
export const auditCsvShape: CsvShape = {
  name: 'audit-csv',
  kind: 'csv',
  signature: { columns: ['author id', 'author name', 'entity type', 'entity path', 'target details', 'action', 'created at (utc)'] },
  fields: {
    time: { ...isoTime('created at (utc)'), zone: 'UTC' },
    id: 'id',
    // The path of a user is the name that is typed to log in; author and target have the names that people read.
    username: {
      from: ['entity type', 'entity path', 'target details', 'author name'],
      to: (type, path, target, author) => (type === 'User' ? path : undefined) ?? target ?? author,
    },
    actor: {
      from: ['author id', 'target id', 'author name'],
      to: (author, target, name) => (author === target || author === '-1' ? undefined : name),
    },
    ip: 'ip address',
    protocol: {
      from: ['action'],
      to: (action) => (SIGNED_IN.exec(action ?? '') ?? FAILED.exec(action ?? ''))?.[1]?.toLowerCase(),
    },
  },
  classify: { by: [isSentence(SIGNED_IN), isSentence(FAILED), beginning], to: byAction },
}
