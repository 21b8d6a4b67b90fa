/**
 * What the tools of shadow-utils do to accounts, as they log it (src/usermod.c, src/useradd.c, src/chage.c and src/gpasswd.c of
 * https://github.com/shadow-maint/shadow). Their lines stand in the same auth.log or secure as sshd's. Of `passwd` and `chpasswd` only
 * what pam_unix says counts (unix_update_shadow in modules/pam_unix/passverify.c of https://github.com/linux-pam/linux-pam): it stands
 * where a password was set. The line of `passwd` itself is the same whether it locks, expires or sets.
 */
export const ACCOUNT_TOOLS = ['usermod', 'useradd', 'chage', 'gpasswd', 'passwd', 'chpasswd'] as const

/** Anybody may run it, for the account that is theirs: it is no administrator's act, and comes from whoever is logged in. */
export const OWN_TOOL = 'passwd'

/** Groups whose members may become root; leaving any other says nothing about power. */
const POWERFUL = 'sudo|wheel|admin|root|adm|docker|lxd|libvirt|disk|shadow'

export interface AccountAct {
  readonly code: string
  readonly user: string
  readonly actor: string | undefined
}

const ACTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['password-set', /^pam_unix\(\w+:chauthtok\): password changed for (?<user>\S+)$/],
  ['account-made', /^new user: name=(?<user>[^,\s]+), UID=\d+,/],
  ['account-locked', /^lock user '(?<user>[^']*)' password$/],
  ['account-unlocked', /^unlock user '(?<user>[^']*)' password$/],
  ['expiry-changed', /^changed password expiry for (?<user>\S+)$/],
  ['power-given', new RegExp(`^add '(?<user>[^']*)' to group '(?:${POWERFUL})'$`)],
  ['power-given', new RegExp(`^user (?<user>\\S+) added by (?<actor>\\S+) to group (?:${POWERFUL})$`)],
  ['power-taken', new RegExp(`^delete '(?<user>[^']*)' from group '(?:${POWERFUL})'$`)],
  ['power-taken', new RegExp(`^user (?<user>\\S+) removed by (?<actor>\\S+) from group (?:${POWERFUL})$`)],
]

/** Made by root alone, on whose wish nobody can tell: the tool stands for whoever used it. */
const ACTOR_IS_TOOL: ReadonlySet<string> = new Set(['password-set', 'account-made'])

/** Reads one message of these programs; undefined where it says nothing about who may get in. */
export const readAccountAct = (message: string, tool: string | undefined): AccountAct | undefined => {
  for (const [code, pattern] of ACTS) {
    const groups = pattern.exec(message)?.groups
    const user = groups?.['user']
    if (user === undefined) continue
    // At the prompt it is the holder, a thief, or root for somebody: only the time can tell, by who is logged in.
    if (code === 'password-set' && tool === OWN_TOOL) return { code: 'password-changed', user, actor: undefined }
    return { code, user, actor: ACTOR_IS_TOOL.has(code) ? tool : groups?.['actor'] }
  }
  return undefined
}
