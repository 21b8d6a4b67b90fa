const SSH_PROBE = 'Connections that end before a name was sent (no matching algorithm, garbage, timeout): nobody tried to log in.'
const OTHER_PROGRAM =
  "Syslog lines of another program, none of sshd's: no record of ours. The input's notes warn that nothing in it is about a login."
const SSH_OTHERS = 'Lines of sudo, su, systemd and other programs beside sshd in one syslog file.'

const PANTHER_GOOGLE =
  'Ignored: Drive, Gmail, Calendar, mobile, group and rule records, and admin settings that change no account. ' +
  'Rejected: hand-made login and user_accounts events without a time (22) or a name (1).'

const WEB_REQUESTS = 'Requests for pages, none of them a password posted to a login.'
const OTHER_OCSF = 'Other classes of OCSF (API use, findings, network traffic): nobody logs in and no account changes.'
const NGINX_LIMITS = "nginx's error log: requests above a rate limit, no password among them."

/** Why records of a sample are ignored or rejected, after reading every one of them (of the large files: every kind of them). */
const REASONS: Readonly<Record<string, string>> = {
  'auth0/elastic-package/_extracted_api_array.json': 'Two `fn`: a verification mail could not be sent; nobody logged in or tried to.',
  'auth0/elastic-package/_extracted_stream.ndjson': 'Two `fn`: a verification mail could not be sent; nobody logged in or tried to.',
  'auth0/elastic-package/test-user-behaviour-fail.json': 'Both are `fn`: a verification mail could not be sent.',
  'auth0/panther-analysis/auth0_rules/events.ndjson':
    'One Management API call that invites somebody to the tenant: no account of a member changes.',

  'okta/panther-analysis/okta_rules/events.ndjson':
    'Ignored: application.lifecycle.* (3). Rejected: statistics and summaries that are no System Log records (34); `published` absent (4) or ' +
    'the word "redacted" (4); a session start without outcome (2): whether it succeeded is not guessed.',
  'ocsf/ocsf-examples/mappings/markdown/Okta/v1.3.0/System Logs/Group Management/samples/group_management.raw':
    'group.user_membership.*: membership of a group, no login and no change of an account.',

  'entra-azuremonitor/panther-analysis/azure_signin_rules/events.ndjson':
    'Sign-ins of service principals (8: machines, no person), changes of role assignments and applications (2), a PIM request not yet granted (1).',

  'm365-ual/panther-analysis/microsoft_rules/events.ndjson':
    'Ignored: SharePoint file activity (5), Windows process events (2). Rejected: Graph security alerts (4), which are another log.',

  'cloudtrail/elastic-package/test-cloudtrail.json': "AssumeRole by CloudTrail's own service principal: no person.",
  'cloudtrail/elastic-package/test-cloudtrail.json-expected.json': 'What another tool makes of that record; it still carries the original.',
  'cloudtrail/panther-analysis/aws_cloudtrail_rules/events.ndjson':
    'Ignored: API use by those already signed in (a switched role, ListApplications). Rejected: hand-made records without time ' +
    '(4), with the time "redacted" (1), and ConsoleLogin without its result (2).',

  'cognito/transcribed/aws-docs-hosted-ui-Login_GET.json': 'The login page was shown; nothing was typed yet.',

  'gcp-audit/panther-analysis/gcp_audit_rules/events.ndjson':
    'Used: SSO profiles created, changed and deleted (3). Ignored: settings of Workspace admins (2), and use of the Google Cloud API by those already signed in (109), which is no login. Rejected: pieces of such records without service or payload, and records of BigQuery whose keys are written small.',
  'sigma/tests/rsigma/schema-events/gcp_audit/test_event.json': 'Buckets listed: use of the Google Cloud API, no login.',
  'google-workspace/panther-analysis/gsuite_activityevent_rules/events.ndjson': PANTHER_GOOGLE,
  'google-workspace/panther-analysis/gsuite_reports_rules/events.ndjson': 'Drive activity only: files, not logins.',

  'journald/transcribed/journalctl-ojson-sshd.ndjson':
    'Written by an unprivileged user through logger(1), not by sshd: a forged success must not count.',

  'sshd/loghub/OpenSSH_2k.log':
    'Ends of connections (469), "check pass; user unknown" and "ignoring max retries" beside the failure they belong to (142), name ' +
    'look-ups (85), probes that sent no name (44). Repeats ("message repeated", "PAM n more") make the 1,293 events of 1,260 lines.',
  'sshd/loghub/Linux_2k.log':
    'Other programs (1,323: ftpd, su, klogind, kernel …; ftp and Kerberos logins are no logins of sshd) and "check pass; user unknown" (116).',
  'sshd/elastic-package/auth-sample.log': SSH_OTHERS,
  'sshd/elastic-package/test-auth.log': `${SSH_OTHERS} One connection without identification.`,
  'sshd/elastic-package/test-timestamp.log': SSH_OTHERS,
  'sshd/crowdsec-hub/ssh-timeout/ssh-timeout.log': SSH_PROBE,
  'sshd/crowdsec-hub/sshd-bad-keyexchange-bf/sshd-bad-keyexchange-bf.log': SSH_PROBE,
  'sshd/crowdsec-hub/sshd-logs-fp/sshd-logs.log': 'Ends of sessions that began elsewhere ("Close session").',
  'sshd/crowdsec-hub/sshd-logs/sshd-logs.log': `${SSH_PROBE} One line is misspelt on purpose ("Disconnected from totobad user").`,
  'sshd/crowdsec-hub/sshd-refused-conn/sshd-refused-conn.log': SSH_PROBE,
  'sshd/crowdsec-hub/sshd_banner_exchange/sshd_banner_exchange.log': SSH_PROBE,
  'crowdsec-auth-tests/sshd-bad-keyexchange-bf/sshd-bad-keyexchange-bf.log': SSH_PROBE,
  'crowdsec-auth-tests/opnsense-gui-auth/opnsense-gui-auth.log': OTHER_PROGRAM,
  'crowdsec-auth-tests/synology-dsm-bf/synology-dsm-bf.log': OTHER_PROGRAM,
  'crowdsec-auth-tests/wireguard-auth/wireguard-auth.log': OTHER_PROGRAM,

  'panther-rule-tests/events.jsonl':
    'Each line is the test of a rule and carries a record in `log`. Ignored: as of the systems by themselves. Rejected: records of systems that are not read (Box, Dropbox, Asana, Atlassian, GitHub, Zendesk, PushSecurity …), tables of Panther, and hand-made records without a time.',
  'panther-rule-tests/events.jsonl (Auth0.Events)': 'As in auth0/panther-analysis.',
  'panther-rule-tests/events.jsonl (Azure.Audit)': 'As in entra-azuremonitor/panther-analysis.',
  'panther-rule-tests/events.jsonl (GSuite.ActivityEvent)': `${PANTHER_GOOGLE} With the Drive activity of gsuite_reports_rules.`,
  'panther-rule-tests/events.jsonl (Microsoft365.Audit.SharePoint)': 'File activity only.',
  'panther-rule-tests/events.jsonl (Okta.SystemLog)':
    'As in okta/panther-analysis, without the records that are no System Log: 4 without a time, 4 with "redacted", 2 without outcome.',

  'sigma/tests/rsigma/schema-events/aws_cloudtrail/test_event.json': 'ListBuckets: use of an API, no sign-in.',
  'sigma/tests/rsigma/schema-events/azure_signinlogs/test_event.json':
    'A hand-made sign-in without an error code: whether it succeeded is not guessed.',
  'sigma/tests/rsigma/schema-events/okta_system_log/test_event.json':
    'user.lifecycle.activate.pre_auth: no login and no change of a way in.',

  'auth0/elastic-package/test-user-behaviour-fail.json-expected.json':
    'Elastic reads a failed verification mail as a failed login, of nobody: without a name it is rejected.',
  'sshd/elastic-package/test-auth.log-expected.json':
    'Ignored: sudo and groupadd. Rejected: two documents without event.outcome or category, which no field marks as a login.',
  'sshd/elastic-package/test-timestamp.log-expected.json': 'Ignored: a cron line. Rejected: a document without event.category.',
  'duo/panther-analysis/duo_rules/events.ndjson':
    'Rejected: 14 hand-made authentications without a time. Ignored: two integrations of applications (`application_install`, a key that was looked at).',
  'forgerock/transcribed/authentication.audit.csv': 'One step (AM-LOGIN-MODULE-COMPLETED) of a login whose end is there too.',
  'forgerock/transcribed/elastic-test-am-authentication.ndjson':
    'Ignored: two logins of an agent (a machine), one step of a login. Rejected: a record that misses its last brace.',
  'last/transcribed/jc-centos7-last-wixF.out': 'Reboot, shutdown and runlevel (3), and the line "wtmp begins" (1).',
  'last/transcribed/jc-centos7-lastb.out':
    'Ignored: the line "btmp begins". Rejected: three lines of a console that ends when it begins: last and lastb write them alike, so success or failure is not guessed.',
  'onelogin/panther-analysis/onelogin_rules/events.ndjson': 'Hand-made events without `created_at`: all 26 have no time.',
  'sigma/tests/rsigma/schema-events/onelogin_events/test_event.json': 'An event type that is neither a login nor a change of an account.',
  'salesforce/panther-analysis/salesforce_rules/events.ndjson':
    'Use of the API by programs (bulk results, connected applications, totals): nobody logs in.',
  'teleport/panther-analysis/gravitational_teleport_rules/events.ndjson':
    'Ignored: commands and ends of sessions (13), certificates renewed (2). Rejected: one time that is no time.',
  'weblog/crowdsec-hub/apache2-logs/apache2-logs.log': `${WEB_REQUESTS} One line of Apache's error log is about a handshake.`,
  'weblog/crowdsec-hub/nginx_http-logs/nginx_http-logs.log': `${WEB_REQUESTS} One line of nginx's error log is about a file.`,
  'weblog/crowdsec-hub/nginx-proxy-manager-logs/nginx-proxy-manager-logs.log':
    "Eleven requests in Nginx Proxy Manager's own form and one other, none to a login.",
  'windows-security/ocsf-examples-evtx-derived/security.evtx_dump.ndjson':
    'Logons of the system and its services (256), special privileges and shutdowns of the event service (4672, 1100: 96), members of groups and renames (14).',
  'ocsf/ocsf-examples/mappings/markdown/Microsoft/Windows Events/4624/4624_0.json': 'A logon of the system itself (type 5, SYSTEM).',
}

/** The same for files that are alike. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^auth0\/.*-expected\.json$/, 'Use of the management API and of tokens: Elastic gives them no login category.'],
  [/^weblog\/elastic-package\//, WEB_REQUESTS],
  [/\/(?:caddy-basic-auth-bf|http-wordpress_user-enum)\//, WEB_REQUESTS],
  [/\/nginx_req_limit_exceeded\//, NGINX_LIMITS],
  [/\/nextcloud-(?:bf|logs)\//, 'Requests under a name that is not the site\'s ("Trusted domain error"): probes of the host, no login.'],
  [/^ocsf\/.*\.ocsf$/, OTHER_OCSF],
  [/^windows-security-winlogbeat\//, 'Programs started and ended, and an event of another log: no logon.'],
  [/regression_data/, "Sysmon and other logs of Windows, written to test detections of programs: none of the Security log's logons."],
]

/** Why records of this sample are ignored or rejected; undefined: nobody has said. */
export const corpusReason = (path: string): string | undefined => REASONS[path] ?? ALIKE.find(([pattern]) => pattern.test(path))?.[1]

/** Reasons that are given for files by their names. */
export const reasonedPaths = (): readonly string[] => Object.keys(REASONS)
