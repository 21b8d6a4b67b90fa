/**
 * Tools by which somebody who is logged in acts as root or as another account. What they write: log_parse and new_logline in
 * plugins/sudoers/logging.c and lib/eventlog/eventlog.c of https://github.com/sudo-project/sudo; log_syslog in login-utils/su-common.c of
 * https://github.com/util-linux/util-linux (RHEL, Debian from 10 on); src/su.c of https://github.com/shadow-maint/shadow. From memory of these
 * sources. PAM's own lines beside them say the same once more, as do shadow's lines with `+` and `-`.
 */
export const ROOT_TOOLS = ['sudo', 'su'] as const

/** What a tool did, and for whom: the account that is logged in, not the one that it became. */
export interface RootAct {
  readonly code: string
  readonly user: string
}

const SUDO = /^ *(?<user>[^\s:;]+) : (?:(?<why>[^;=]+) ; )?(?:HOST=[^;]* ; )?TTY=[^;]* ; /
const REFUSALS: readonly (readonly [code: string, why: RegExp])[] = [
  ['sudo-failed', /incorrect password attempts?$/],
  ['sudo-refused', /^(?:user NOT in sudoers|user NOT authorized on host|command not allowed)$/],
]

const SU: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['su', /^\(to \S+\) (?<user>\S+) on \S+$/],
  ['su-failed', /^FAILED SU \(to \S+\) (?<user>\S+) on \S+$/],
  ['su', /^Successful su for \S+ by (?<user>\S+)$/],
  ['su-failed', /^FAILED su for \S+ by (?<user>\S+)$/],
]

const ofSudo = (message: string): RootAct | undefined => {
  const { user, why } = SUDO.exec(message)?.groups ?? {}
  if (user === undefined) return undefined
  const code = why === undefined ? 'sudo' : REFUSALS.find(([, refusal]) => refusal.test(why))?.[0]
  return code === undefined ? undefined : { code, user }
}

const ofSu = (message: string): RootAct | undefined => {
  for (const [code, pattern] of SU) {
    const user = pattern.exec(message)?.groups?.['user']
    if (user !== undefined) return { code, user }
  }
  return undefined
}

const READERS: Readonly<Record<string, (message: string) => RootAct | undefined>> = { sudo: ofSudo, su: ofSu }

export const isRootTool = (tool: string | undefined): boolean => tool !== undefined && Object.hasOwn(READERS, tool)

/** Reads one message of these tools. Who is root already needs none of them to become so, and services change to their accounts in this way. */
export const readRootAct = (message: string, tool: string): RootAct | undefined => {
  const act = READERS[tool]?.(message)
  return act?.user === 'root' ? undefined : act
}
