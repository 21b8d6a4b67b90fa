import { ACCOUNT_TOOLS, OWN_TOOL } from './account-tools.ts'
import { ROOT_TOOLS } from './root-tools.ts'

const BYTES = /^\d{1,3}(?:,\d{1,3})+$/

/** `MESSAGE` as text. journalctl prints one that is not UTF-8 as an array of bytes, which arrives here joined by commas. */
export const journalMessage = (message: string | undefined): string | undefined =>
  message !== undefined && BYTES.test(message) ? new TextDecoder().decode(Uint8Array.from(message.split(','), Number)) : message

const ABOUT_LOGINS = /log[_-]?(?:in|on)|sign[_-]?in|auth|passw|ログイン|認証/i

/** An object that an application of somebody's own wrote about logins: it is read for what it says, whoever carried it. */
export const tellsByItself = (message: unknown): boolean =>
  typeof message === 'string' && message.charCodeAt(0) === 123 && message.endsWith('}') && ABOUT_LOGINS.test(message)

const PROGRAM = /(?:^|\/)sshd(?:-session|-auth)?$/

/** Is this record about sshd at all? By its tag, which the sender chooses. */
export const isSshd = (identifier: string | undefined): boolean => identifier !== undefined && PROGRAM.test(identifier)

const TOOL = new RegExp(`(?:^|/)(?:${[...ACCOUNT_TOOLS, ...ROOT_TOOLS].join('|')})$`)

/** Is it of a tool that changes accounts or becomes another one? By its tag as well. */
export const isAccountTool = (identifier: string | undefined): boolean => identifier !== undefined && TOOL.test(identifier)

export const toolOf = (identifier: string | undefined): string | undefined => identifier?.split('/').at(-1)

/** With root's rights for whoever calls them, so that `_UID` is the caller's. */
const CALLED_BY_ANYBODY: readonly string[] = [OWN_TOOL, ...ROOT_TOOLS]

/** They lie there (merged `/usr` or not); a copy elsewhere has no such rights. */
const isOfCaller = (exe: string | undefined, tool: string | undefined): boolean =>
  tool !== undefined && CALLED_BY_ANYBODY.includes(tool) && (exe === `/usr/bin/${tool}` || exe === `/bin/${tool}`)

/**
 * Did sshd, or the tool, send it? `_UID` and `_EXE` are set by journald itself; any user can log with the tag `sshd` (`logger -t sshd`)
 * to forge logins, also with their own copy of sshd. See systemd.journal-fields(7), "Trusted Journal Fields".
 */
export const isTrustedSender = (uid: string | undefined, exe: string | undefined, identifier: string | undefined): boolean =>
  (uid === undefined || uid === '0' || isOfCaller(exe, toolOf(identifier))) &&
  (exe === undefined || (isAccountTool(identifier) ? TOOL : PROGRAM).test(exe))
