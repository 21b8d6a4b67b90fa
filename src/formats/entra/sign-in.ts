import { entraError } from '../entra-error-codes.ts'
import type { Action } from '../../model/vocabulary.ts'
import type { Classified, Classifier, Computed, Path } from '../define-format.ts'
import { firstOf } from './read.ts'

/** Where the values that decide about a sign-in stand. */
export interface SignInPaths {
  /** The error code, or the word that stands in its place; first that is there. */
  readonly code: readonly Path[]
  readonly failureReason: Path
  readonly details: Path
  readonly category: Path | Computed
  readonly interactive: Path
  readonly eventTypes: Path
  readonly protocol: Path
  readonly incomingToken: Path | Computed
}

const MACHINES = /^(?:ServicePrincipal|ManagedIdentity)SignInLogs$/

/** Codes that only a typed name or password gets; password grants stand in the non-interactive log as well. */
const TYPED: ReadonlySet<string> = new Set(['bad-credentials', 'bad-password', 'unknown-account', 'locked'])

/** A refresh or primary token was shown instead of a password. */
const isTokenUse = (category?: string, interactive?: string, eventTypes?: string, incomingToken?: string): boolean =>
  category === 'NonInteractiveUserSignInLogs' ||
  interactive?.toLowerCase() === 'false' ||
  /nonInteractiveUser/i.test(eventTypes ?? '') ||
  /^refresh ?token$/i.test(incomingToken ?? '')

/** Words that stand for the code: some exporters replace it, and the portal leaves the code cell empty on success. */
const WORDS: Readonly<Record<string, Classified>> = {
  success: { action: 'login', outcome: 'success', accountKnown: true },
  failure: { action: 'login', outcome: 'failure', reason: 'other' },
  interrupted: { action: 'login', outcome: 'challenge', reason: 'interrupted' },
  成功: { action: 'login', outcome: 'success', accountKnown: true },
  失敗: { action: 'login', outcome: 'failure', reason: 'other' },
  中断: { action: 'login', outcome: 'challenge', reason: 'interrupted' },
}

const withAction = (classified: Classified, action: Action, code: string): Classified =>
  'action' in classified ? { ...classified, action, code } : classified

const bySignIn = (
  code?: string,
  failureReason?: string,
  details?: string,
  category?: string,
  interactive?: string,
  eventTypes?: string,
  protocol?: string,
  incomingToken?: string,
): Classified => {
  if (MACHINES.test(category ?? '') || /servicePrincipal|managedIdentity/i.test(eventTypes ?? '')) return { ignore: 'machine-login' }
  if (code === undefined) return { reject: 'unknown-code', detail: 'no error code' }
  const tokenUse = isTokenUse(category, interactive, eventTypes, incomingToken) && !/^ropc$/i.test(protocol ?? '')
  const action = tokenUse ? 'session-use' : 'login'
  if (code === '0') return { action, outcome: 'success', accountKnown: true, code }
  const word = WORDS[code.toLowerCase()]
  if (word !== undefined) return withAction(word, action, code)
  if (!/^\d+$/.test(code)) return { reject: 'unknown-code', detail: 'error code is not a number' }
  const { outcome, reason, accountKnown } = entraError(code, `${failureReason ?? ''} ${details ?? ''}`)
  const typed = TYPED.has(reason) ? 'login' : action
  return { action: typed, outcome, reason, code, ...(accountKnown === undefined ? {} : { accountKnown }) }
}

/** Text matters for two codes only; leaving it out elsewhere keeps the number of distinct tuples small. */
const textFor = (code: readonly Path[], text: Path): Computed => ({
  from: [text, ...code],
  to: (value, ...codes) => (codes.includes('50053') || codes.includes('500121') ? value : undefined),
})

/** One classifier for all exports of the sign-in log. */
export const signInClassifier = (paths: SignInPaths): Classifier => ({
  by: [
    firstOf(...paths.code),
    textFor(paths.code, paths.failureReason),
    textFor(paths.code, paths.details),
    paths.category,
    paths.interactive,
    paths.eventTypes,
    paths.protocol,
    paths.incomingToken,
  ],
  to: bySignIn,
})
