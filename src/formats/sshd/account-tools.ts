/**
 * What an administrator does to an account with the tools of shadow-utils, as they log it (src/usermod.c, src/chage.c and
 * src/gpasswd.c of https://github.com/shadow-maint/shadow). Their lines stand in the same auth.log or secure as sshd's. `passwd` is
 * not among them: it writes the same line whether it locks, expires or sets, and a thief at the prompt writes it as well.
 */
export const ACCOUNT_TOOLS = ['usermod', 'chage', 'gpasswd'] as const

/** Groups whose members may become root; leaving any other says nothing about power. */
const POWERFUL = 'sudo|wheel|admin|root|adm|docker|lxd|libvirt|disk|shadow'

export interface AccountAct {
  readonly code: string
  readonly user: string
  readonly actor: string | undefined
}

const ACTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['account-locked', /^lock user '(?<user>[^']*)' password$/],
  ['account-unlocked', /^unlock user '(?<user>[^']*)' password$/],
  ['expiry-changed', /^changed password expiry for (?<user>\S+)$/],
  ['power-given', new RegExp(`^add '(?<user>[^']*)' to group '(?:${POWERFUL})'$`)],
  ['power-given', new RegExp(`^user (?<user>\\S+) added by (?<actor>\\S+) to group (?:${POWERFUL})$`)],
  ['power-taken', new RegExp(`^delete '(?<user>[^']*)' from group '(?:${POWERFUL})'$`)],
  ['power-taken', new RegExp(`^user (?<user>\\S+) removed by (?<actor>\\S+) from group (?:${POWERFUL})$`)],
]

/** Reads one message of these programs; undefined where it says nothing about who may get in. */
export const readAccountAct = (message: string): AccountAct | undefined => {
  for (const [code, pattern] of ACTS) {
    const groups = pattern.exec(message)?.groups
    if (groups?.['user'] !== undefined) return { code, user: groups['user'], actor: groups['actor'] }
  }
  return undefined
}
