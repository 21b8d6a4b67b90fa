import type { Action, Outcome } from '../../model/vocabulary.ts'

/** What an act in Setup does to the account of a user. */
export interface SetupAct {
  readonly action: Action
  readonly outcome: Outcome
}

const done = (action: Action): SetupAct => ({ action, outcome: 'success' })

/**
 * `Action` of the setup audit trail. What is not listed here changes the organisation, not somebody's way in.
 * Source: examples collected by administrators ("Salesforce Setup Audit Trail Reference", read in November 2026); Salesforce publishes no list.
 */
export const setupActs = {
  changedpassword: done('password-reset'),
  resetpassword: done('password-reset'),
  changedemail: done('email-change'),
  // Asked for; the mail to the old address has not been answered yet.
  useremailchangesent: { action: 'email-change', outcome: 'challenge' },
  changedusername: done('profile-change'),
  changedfederationid: done('profile-change'),
  changeduserphonenumber: done('phone-change'),
  registereduserphonenumber: done('phone-change'),
  unregisterduserphonenumber: done('phone-change'),
  inserttwofactorinfo2: done('mfa-enroll'),
  insertauthenticatorpairing: done('mfa-enroll'),
  inserttwofactorwebauthn: done('mfa-enroll'),
  lightningloginenroll: done('mfa-enroll'),
  deletetwofactorinfo2: done('mfa-remove'),
  deleteauthenticatorpairing: done('mfa-remove'),
  lightninglogincancel: done('mfa-remove'),
  // A code with which a second factor is passed for a day.
  inserttwofactortempcode: done('recovery-change'),
  createduser: done('account-create'),
  createdcustomersuccessuser: done('account-create'),
  createdpartneruser: done('account-create'),
  activateduser: done('account-enable'),
  deactivateduser: done('account-disable'),
  cspuserdisabled: done('account-disable'),
  prmuserdisabled: done('account-disable'),
  frozeuser: done('account-lock'),
  unfrozeuser: done('account-unlock'),
  unlockeduser: done('account-unlock'),
  suorgadminlogin: done('impersonation'),
  sunetworkadminlogin: done('impersonation'),
  suprmadminlogin: done('impersonation'),
  suloginaccessused: done('impersonation'),
  changedprofileforuser: done('role-grant'),
  changedprofileforusercusttostd: done('role-grant'),
  changedprofileforuserstdtocust: done('role-grant'),
  changedprofileforuserstdtostd: done('role-grant'),
  permsetassign: done('role-grant'),
  permsetassign_hasexpiration: done('role-grant'),
  permsetgroupassign: done('role-grant'),
  // Rights taken back: no way in, and the proof that somebody took them.
  permsetunassign: done('other'),
  permsetgroupunassign: done('other'),
} as const satisfies Readonly<Record<string, SetupAct>>
