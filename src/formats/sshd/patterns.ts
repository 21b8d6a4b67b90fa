/**
 * What sshd and its PAM modules write, by the code Ashiato gives it. Source: OpenSSH auth.c, auth2.c, packet.c, session.c
 * and Linux-PAM pam_unix/support.c; wordings of old versions ("illegal user") included.
 * User names are typed by attackers and may hold blanks and even ` from 192.0.2.1 port 22`: `.*` is greedy on purpose, so that
 * the last ` from ADDRESS` of the line, the one that sshd itself wrote, is the one that counts.
 */
const FROM = 'from (?<ip>\\S+) port (?<port>\\d{1,5})'
const END = '(?: ssh\\d)?(?<tail>: .*)?$'
const WHO = '(?<invalid>(?:invalid|illegal) user )?(?<user>.*)'
const PAM_TAIL = '; logname=.* rhost=(?<ip>\\S*)(?: +user=(?<user>.*))?$'
const NAMED_PEER = '(?:authenticating|(?<invalid>invalid|illegal)) user (?<user>.*) (?<ip>\\S+) port (?<port>\\d{1,5})(?:: .*)?$'

/** First that matches wins. Codes are shown to people and used by `fold.ts`; `starts` are the letters that such a message may begin with. */
export const MESSAGES: readonly (readonly [code: string, starts: string, pattern: RegExp])[] = [
  ['accepted', 'A', new RegExp(`^Accepted (?<method>\\S+) for ${WHO} ${FROM}${END}`)],
  ['failed', 'F', new RegExp(`^Failed (?<method>\\S+) for ${WHO} ${FROM}${END}`)],
  ['postponed', 'P', new RegExp(`^Postponed (?<method>\\S+) for ${WHO} ${FROM}${END}`)],
  ['partial', 'P', new RegExp(`^Partial (?<method>\\S+) for ${WHO} ${FROM}${END}`)],
  ['invalid-user', 'I', /^(?:Invalid|Illegal) user (?<user>.*) from (?<ip>\S+?)(?: port (?<port>\d{1,5}))?$/],
  ['userauth-invalid-user', 'i', /^input_userauth_request: (?:invalid|illegal) user (?<user>.*)$/],
  ['pam-check', 'pc', /^(?:pam_\w+\(sshd:auth\): )?check pass; user unknown$/],
  ['pam-failure', 'pa', new RegExp(`^(?:pam_unix\\(sshd:auth\\): )?authentication failure${PAM_TAIL}`)],
  ['pam-other-failure', 'p', new RegExp(`^pam_\\w+\\(sshd:auth\\): authentication failure${PAM_TAIL}`)],
  ['pam-more', 'P', new RegExp(`^PAM (?<count>\\d{1,9}) more authentication failures?${PAM_TAIL}`)],
  ['pam-error', 'eP', /^(?:error: )?PAM: (?<error>[A-Z].*?) for (?<invalid>(?:invalid|illegal) user )?(?<user>.*) from (?<ip>\S+)$/],
  ['pam-lock', 'p', /^pam_faillock\(sshd:auth\): Consecutive login failures for user (?<user>.*) account temporarily locked$/],
  ['pam-tally', 'p', /^pam_tally2?\(sshd:auth\): user (?<user>.*?) \(\d+\) tally \d+, deny \d+$/],
  ['account-expired', 'p', /^pam_unix\(sshd:account\): account (?<user>.*) has expired \(.*$/],
  ['password-expired', 'p', /^pam_unix\(sshd:account\): expired password for user (?<user>.*) \(.*$/],
  ['not-allowed', 'U', /^User (?<user>.*) from (?<ip>\S+) not allowed because (?<why>.*)$/],
  ['too-many', 'em', new RegExp(`^(?:error: )?maximum authentication attempts exceeded for ${WHO} ${FROM}${END}`)],
  [
    'too-many-named',
    'D',
    /^Disconnecting (?:authenticating|invalid) user (?<user>.*) (?<ip>\S+) port (?<port>\d{1,5}): Too many authentication failures.*$/,
  ],
  ['too-many-bare', 'D', /^Disconnecting: Too many authentication failures(?: for (?<user>.*))?$/],
  ['peer-left', 'CD', new RegExp(`^(?:Connection (?:closed|reset) by|Disconnected from) ${NAMED_PEER}`)],
  [
    'session-opened',
    'ps',
    /^(?:pam_unix\(sshd:session\): )?session opened for user (?<user>.*?)(?:\(uid=\d+\))? by (?:[^ (]*)?\(uid=\d+\)$/,
  ],
  ['session-closed', 'ps', /^(?:pam_unix\(sshd:session\): )?session closed for user (?<user>.*)$/],
  ['session-started', 'S', new RegExp(`^Starting session: .* for (?<user>.*) ${FROM} id \\d+$`)],
  ['user-left', 'D', /^Disconnected from user (?<user>.*) (?<ip>\S+) port (?<port>\d{1,5})$/],
]

/** Known lines that say nothing about who logs in, by the reason they are counted under. */
export const IGNORED: readonly (readonly [why: string, pattern: RegExp])[] = [
  [
    'probe',
    /^(?:error: )?(?:Did not receive identification|Bad protocol version|Unable to negotiate|kex_exchange_identification|kex_protocol_error)/,
  ],
  ['probe', /^(?:fatal: )?(?:Timeout before authentication|ssh_dispatch_run_fatal|banner exchange|Magic value check failed|no matching )/],
  [
    'probe',
    /^(?:(?:fatal|error): )?(?:refused connect from|Connection (?:closed|reset) by \S+(?: port \d+)?$|Protocol major versions differ|drop connection)/,
  ],
  ['name-check', /^(?:reverse mapping checking getaddrinfo|Address \S+ maps to|Nasty PTR record|Could not get shadow)/],
  [
    'connection-end',
    /^(?:error: )?(?:Received disconnect from|Disconnected from \S+ port|Disconnecting|Close session|Closing connection|Transferred:)/,
  ],
  [
    'connection-end',
    /^(?:(?:fatal|error): )?(?:Write failed|Read from socket failed|Read error from remote|mm_request_send|Connection from )/,
  ],
  ['detail-of-attempt', /^PAM service\(sshd\) ignoring max retries/],
  [
    'server',
    /^(?:Server listening|Received signal|Exiting on signal|Received SIGHUP|error: Bind to port|fatal: Cannot bind|Starting session|subsystem request)/,
  ],
]

/** Methods that prove nothing about a password: a key that is not on the list, a first question about methods. */
export const NO_PASSWORD: ReadonlySet<string> = new Set(['publickey', 'none', 'hostbased', 'gssapi-with-mic', 'gssapi-keyex'])
