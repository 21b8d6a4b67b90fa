/**
 * How the trail words what it tells, in an English organisation: the downloaded file has these sentences and no codes.
 * `who` is the user it was done to, by full name or user name.
 */
const WORDINGS: readonly (readonly [code: string, sentence: RegExp])[] = [
  ['changedpassword', /^Set new password for user (?<who>.+)$/],
  ['resetpassword', /^Reset password for user (?<who>.+)$/],
  ['changedemail', /^Changed email for user (?<who>.+) from \S+ to \S+$/],
  ['useremailchangesent', /^Email change attempted for user (?<who>.+) from \S+ to \S+$/],
  ['changedusername', /^Changed username for \S+ from (?<who>\S+) to \S+$/],
  ['changedfederationid', /^Changed federation id for user (?<who>.+) from /],
  ['changeduserphonenumber', /^For user (?<who>.+), the mobile phone number was changed\b/],
  ['registereduserphonenumber', /^For user (?<who>.+), the phone number .+ was registered$/],
  ['unregisterduserphonenumber', /^For user (?<who>.+), the phone number .+ was disconnected$/],
  ['inserttwofactorinfo2', /^Time-Based Token added for (?<who>.+)$/],
  ['deletetwofactorinfo2', /^Time-Based Token removed for (?<who>.+)$/],
  ['insertauthenticatorpairing', /^Salesforce Authenticator pairing .+ added for (?<who>\S+)$/],
  ['deleteauthenticatorpairing', /^Salesforce Authenticator pairing .+ removed for (?<who>\S+)$/],
  ['inserttwofactorwebauthn', /^Security Key credential .+ added for (?<who>\S+)$/],
  ['inserttwofactortempcode', /^Temporary verification code .+ added for (?<who>\S+)$/],
  ['lightningloginenroll', /^Enrolled (?<who>.+) in Lightning Login$/],
  ['lightninglogincancel', /^Canceled Lightning Login for (?<who>.+)$/],
  ['createduser', /^Created new (?:Customer |Partner )?[Uu]ser (?<who>.+)$/],
  ['activateduser', /^Activated user (?<who>.+)$/],
  ['deactivateduser', /^Deactivated user (?<who>.+)$/],
  ['cspuserdisabled', /^User (?<who>.+) disabled as a (?:Customer Portal|Partner) user$/],
  ['frozeuser', /^Froze user account for (?<who>.+)$/],
  ['unfrozeuser', /^Unfroze user account for (?<who>.+)$/],
  ['unlockeduser', /^Unlocked user (?<who>.+)$/],
  ['suorgadminlogin', /^Logged in using Login-As access for (?<who>.+)$/],
  ['changedprofileforuser', /^Changed profile for user (?<who>.+) from .+ to .+$/],
  ['permsetassign', /^Permission set (?:group )?.+: assigned to user (?<who>.+?)(?:, expiring on .+)?$/],
  ['permsetunassign', /^Permission set (?:group )?.+: unassigned from user (?<who>.+)$/],
]

/** `(UserID: [0052A00000EsOI0])` behind the full name. */
const USER_ID = / ?\(UserID: \[(?<id>005\w{9,15})\]\)/

export interface Told {
  readonly code: string
  readonly who: string
  readonly id: string | undefined
}

let lastSentence: string | undefined
let lastTold: Told | undefined

const tell = (sentence: string): Told | undefined => {
  for (const [code, wording] of WORDINGS) {
    const who = wording.exec(sentence)?.groups?.['who']
    if (who === undefined) continue
    return { code, who: who.replace(USER_ID, '').trim(), id: USER_ID.exec(sentence)?.groups?.['id'] }
  }
  return undefined
}

/** What a sentence tells of whom; undefined: nothing about a user. Fields of a record ask in turn, so the last answer is kept. */
export const readSentence = (sentence: string | undefined): Told | undefined => {
  if (sentence === undefined) return undefined
  if (sentence !== lastSentence) {
    lastTold = tell(sentence.trim())
    lastSentence = sentence
  }
  return lastTold
}
