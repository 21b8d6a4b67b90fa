/** What Authelia's message says about an attempt. */
export interface Attempt {
  /** `successful`, `unsuccessful`, or `unwritten` where the wording speaks of an attempt and fits neither. */
  readonly verdict: 'successful' | 'unsuccessful' | 'unwritten' | undefined
  readonly method?: string
  readonly user?: string
  /** Key of `details`; undefined where nothing stands behind the name: a wrong password or code. */
  readonly detail?: string
}

/**
 * Names are typed by strangers and stand in plain quotes. The first word decides between success and failure, and the last
 * quote that fits ends the name, so nothing that is typed can turn one into the other.
 */
const SUCCESS = /^Successful (?<method>\S{1,30}) authentication attempt made by user '(?<user>.*)'$/
const FAILURE =
  /^Unsuccessful (?<method>\S{1,30}) authentication attempt by user '(?<user>.*)'(?:(?<banned> and they are banned until )[^']*|: (?<error>[^']*))?$/
const NO_USER = /^Error occurred getting details for user with username input '(?<user>.*)' which usually indicates they do not exist$/
const SPEAKS_OF_ATTEMPT = /^(?:Uns|S)uccessful .*authentication attempt/

const detailOf = (banned: string | undefined, error: string | undefined): string | undefined => {
  if (banned !== undefined) return 'banned'
  if (error === undefined) return undefined
  if (/\buser not found\b/i.test(error)) return 'not-found'
  return /\bduo auth result: deny\b/i.test(error) ? 'denied' : 'error'
}

/** Reads `msg`, and `error` where it is a field of its own (version 4.39 and later). */
export const readAttempt = (message: string | undefined, error: string | undefined): Attempt => {
  const text = message ?? ''
  const success = SUCCESS.exec(text)?.groups
  if (success !== undefined) return { verdict: 'successful', ...named(success['method'], success['user']) }
  const failure = FAILURE.exec(text)?.groups
  if (failure !== undefined) {
    const detail = detailOf(failure['banned'], failure['error'] ?? error)
    return { verdict: 'unsuccessful', ...named(failure['method'], failure['user']), ...(detail !== undefined && { detail }) }
  }
  const noUser = NO_USER.exec(text)?.groups
  if (noUser !== undefined) return { verdict: 'unsuccessful', ...named('1FA', noUser['user']), detail: 'not-found' }
  return { verdict: SPEAKS_OF_ATTEMPT.test(text) ? 'unwritten' : undefined }
}

const named = (method: string | undefined, user: string | undefined): Pick<Attempt, 'method' | 'user'> => ({
  ...(method !== undefined && { method }),
  ...(user !== undefined && { user }),
})
