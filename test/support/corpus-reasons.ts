const SSH_PROBE = 'Connections that end before a name was sent (no matching algorithm, garbage, timeout): nobody tried to log in.'
const OTHER_PROGRAM =
  "Syslog lines of another program, none of sshd's: no record of ours. The input's notes warn that nothing in it is about a login."
const SSH_OTHERS = 'Lines of sudo, su, systemd and other programs beside sshd in one syslog file.'

const PANTHER_GOOGLE =
  'Ignored: Drive, Gmail, Calendar, mobile, group and rule records, and admin settings that change no account. ' +
  'Rejected: hand-made login and user_accounts events without a time (22) or a name (1).'

/** Why records of a sample are ignored or rejected, after reading every one of them (of the large files: every kind of them). */
export const CORPUS_REASONS: Readonly<Record<string, string>> = {
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
    'Ignored: SharePoint file activity (5). Rejected: Graph security alerts (4) and Windows process events (2), which are other logs.',

  'cloudtrail/elastic-package/test-cloudtrail.json': "AssumeRole by CloudTrail's own service principal: no person.",
  'cloudtrail/elastic-package/test-cloudtrail.json-expected.json': 'What another tool makes of that record; it still carries the original.',
  'cloudtrail/panther-analysis/aws_cloudtrail_rules/events.ndjson':
    'Ignored: API use by those already signed in (GetSessionToken, a switched role, ListApplications). Rejected: hand-made records without time ' +
    '(4), with the time "redacted" (1), and ConsoleLogin without its result (2).',

  'cognito/transcribed/aws-docs-hosted-ui-Login_GET.json': 'The login page was shown; nothing was typed yet.',

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
}
