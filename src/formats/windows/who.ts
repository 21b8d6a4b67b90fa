type Value = string | undefined

/** Windows writes `-` for nothing, and S-1-0-0 for nobody. */
export const present = (value: Value): Value =>
  value === undefined || value === '' || value === '-' || value === 'S-1-0-0' ? undefined : value

/** The machine itself, its services, window managers, app pools and anonymous: well-known SIDs, the same in every language. */
const SYSTEM_SID = /^S-1-5-(?:7|18|19|20|(?:80|82|83|90|96)-.*)$/
const SYSTEM_NAME = /^(?:SYSTEM|ANONYMOUS LOGON|LOCAL SERVICE|NETWORK SERVICE|(?:DWM|UMFD)-\d+)$/i
const ACCOUNT_SID = /^S-1-5-21-/
const COMPUTER_NAME = /\$(?:@.*)?$/
const BUILT_IN_GROUP = /^S-1-5-32-/

/** Everybody is in these from the start: users, guests, and what a domain puts new accounts into. */
const ROUTINE_GROUP = /^S-1-5-(?:32-54[56]|21-.*-51[345])$/

/** What the account of a record is, where it is no person: `computer`, `system`, `group`, `nobody`. */
export const kindOf = (name: Value, ...sids: readonly Value[]): Value => {
  const who = present(name)
  const sid = sids.map(present).find((one) => one !== undefined)
  if (sid !== undefined && SYSTEM_SID.test(sid)) return 'system'
  if (sid !== undefined && BUILT_IN_GROUP.test(sid)) return 'group'
  if (who === undefined) return sid === undefined ? 'nobody' : undefined
  if (COMPUTER_NAME.test(who)) return 'computer'
  // A person's account may be called that too: then it has a SID of its own.
  return SYSTEM_NAME.test(who) && !(sid !== undefined && ACCOUNT_SID.test(sid)) ? 'system' : undefined
}

/** Is the group that somebody was added to one that means nothing? */
export const isRoutineGroup = (sid: Value): boolean => sid !== undefined && ROUTINE_GROUP.test(sid)
