import { directoryOperation, updateUserAction } from '../entra-directory-operations.ts'
import { entraCodeOfName, entraError } from '../entra-error-codes.ts'
import type { Classified } from '../define-format.ts'
import { mailboxOperation } from './operation-codes.ts'

/**
 * The operation is the verdict, the error number only its reason: `ResultStatus` says Success on most failed logins,
 * and 50140 ("stay signed in?") stands on logins that went through.
 */
const byLogin = (operation: string, errorNumber?: string, logonError?: string): Classified | undefined => {
  if (operation === 'UserLoggedIn') {
    return {
      action: 'login',
      outcome: 'success',
      accountKnown: true,
      code: errorNumber === undefined ? operation : `${operation}/${errorNumber}`,
    }
  }
  if (operation !== 'UserLoginFailed') return undefined
  const number = errorNumber === '0' ? undefined : errorNumber
  const code = number ?? (logonError === undefined ? undefined : entraCodeOfName(logonError))
  const shown = `${operation}/${number ?? logonError ?? 'no error'}`
  if (code === undefined) return { action: 'login', outcome: 'failure', reason: 'other', code: shown }
  const { outcome, reason, accountKnown } = entraError(code, logonError ?? '')
  return { action: 'login', outcome, reason, code: shown, ...(accountKnown === undefined ? {} : { accountKnown }) }
}

interface Change {
  /** Only failed directory operations carry one: the exception that stopped it. */
  readonly exception: string | undefined
  /** `User`, where the operation was done to one. */
  readonly userTarget: string | undefined
  /** `User`, where one did it. */
  readonly userActor: string | undefined
  readonly updated: string | undefined
  readonly value: string | undefined
}

/**
 * An act in the directory that is none of the identity actions (an application added, a policy set): still what somebody did
 * after logging in, so it is kept as `other`, on the account of the user who did it; programs act without an account.
 */
const otherAct = (operation: string, { exception }: Change): Classified => ({
  action: 'other',
  outcome: exception === undefined ? 'success' : 'failure',
  ...(exception === undefined ? {} : { reason: 'other' }),
  code: operation.trim(),
  subject: 'initiator',
})

const byDirectory = (operation: string, change: Change): Classified | undefined => {
  const known = directoryOperation(operation)
  if (known === undefined || 'ignore' in known) return known
  const failed = change.exception !== undefined
  const action =
    known.action === 'profile-change'
      ? (updateUserAction(change.updated, change.value) ?? (failed ? 'profile-change' : undefined))
      : known.action
  if (action === undefined) return otherAct(operation, change)
  const isGrantToUser = action === 'consent-grant' && known.about === 'target'
  if (known.about === 'target' && !isGrantToUser && change.userTarget === undefined) return otherAct(operation, change)
  if (known.about === 'initiator' && change.userActor === undefined) return { ignore: 'machine-login' }
  return {
    action,
    outcome: failed ? 'failure' : 'success',
    ...(failed ? { reason: 'other' } : {}),
    code: operation.trim(),
    subject: isGrantToUser ? 'grantee' : known.about,
  }
}

/** Workloads that hold files, chats and dashboards: what was read there is not a login. */
const otherWorkload = (operation: string, workload: string | undefined, change: Change): Classified => {
  if (workload === 'AzureActiveDirectory') return otherAct(operation, change)
  return { ignore: workload === 'OneDrive' || workload === 'SharePoint' ? 'file-activity' : 'other-operation' }
}

/** Decides on one record of the unified audit log. */
export const byOperation = (
  operation?: string,
  workload?: string,
  errorNumber?: string,
  logonError?: string,
  exception?: string,
  userTarget?: string,
  userActor?: string,
  updated?: string,
  value?: string,
  forwardsTo?: string,
): Classified => {
  if (operation === undefined) return { reject: 'unknown-code', detail: 'no operation' }
  const change: Change = { exception, userTarget, userActor, updated, value }
  return (
    byLogin(operation, errorNumber, logonError) ??
    byDirectory(operation, change) ??
    mailboxOperation(operation, forwardsTo) ??
    otherWorkload(operation, workload, change)
  )
}
