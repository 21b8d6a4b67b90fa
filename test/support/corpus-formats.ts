/**
 * Whose log each file of the corpus is, by INDEX.md: the first pattern that fits decides. Files that fit none are no log of a system
 * that we read, and must be refused as of unknown format.
 */
const FORMATS: readonly (readonly [RegExp, string | undefined])[] = [
  // Beside the logs: other tools' answers, settings, licences.
  [
    /(?:\/cases\.ndjson|\/labels\.json|\.assert|\.ya?ml|\.md|\/LICENSE[^/]*|_structured\.csv|_templates\.csv|\/log_fields\.csv)$/,
    undefined,
  ],
  // Elastic's answers are ECS documents; those of its Windows tests keep the Winlogbeat record, that of CloudTrail the original.
  [/^windows-security-winlogbeat\/.*-expected\.json$/, 'windows'],
  [/^cloudtrail\/.*-expected\.json$/, 'cloudtrail'],
  [/-expected\.json$/, 'ecs'],
  // Pieces of records, without a time or anything that is GitLab's only.
  [/^gitlab\/panther-analysis\//, undefined],
  [/^(?:auth0|authelia|authentik|cas|cloudtrail|cognito|duo|forgerock|gitlab|google-workspace|grafana|keycloak|last)\//, '$folder'],
  [/^(?:lemonldap|nextcloud|okta|onelogin|pingone|salesforce|teleport|vaultwarden|zitadel)\//, '$folder'],
  // Cloud Logging of a Google Cloud organisation holds its Workspace's admin records too.
  [/^gcp-audit\/panther-analysis\//, 'google-workspace'],
  [/^entra-[a-z]+\//, 'entra'],
  // Events of a Windows host stand among them.
  [/^m365-ual\/panther-analysis\/microsoft_rules\//, 'm365+windows'],
  [/^m365-ual\//, 'm365'],
  [/^windows-security/, 'windows'],
  [/^journald\//, 'sshd'],
  [/^(?:crowdsec-auth-tests|sshd\/crowdsec-hub)\/(?:opnsense-)?sshd?[-_]/, 'sshd'],
  [/^sshd\//, 'sshd'],
  [/^rba\/rba-sample\.csv$/, 'rba'],
  // Both logs of one server in one file.
  [/\/nginx-http-generic-bf\//, 'web-error-log+access-log'],
  [/^weblog\/crowdsec-hub\/(?:apache2-logs|nginx_http-logs|nginx-proxy-manager-logs)\//, 'access-log+web-error-log'],
  [/\/nginx_req_limit_exceeded\/|^crowdsec-auth-tests\/(?:baikal-bf|bookstack-bf|nginx-mail-bf)\//, 'web-error-log'],
  [
    /^(?:weblog|wordpress|crowdsec-auth-tests)\/(?:[a-z-]+\/)?(?:http-bf-wordpress-bf|http-wordpress_user-enum|caddy-basic-auth-bf|apiscp-bf)\//,
    'access-log',
  ],
  [/^wordpress\//, 'wordpress'],
  [/^weblog\/(?!.*(?:http-magento-bf|ssl-request))/, 'access-log'],
  [/^ocsf\/.*\/Okta\/.*\.raw$/, 'okta'],
  [/^ocsf\/.*(?:\.ocsf|\/\d{4}_0\.json)$/, 'ocsf'],
  [/^crowdsec-auth-tests\/apereo-cas/, 'cas'],
  [/^crowdsec-auth-tests\/(?:dovecot-(?:slow|time-based)-|postfix-sasl-)/, 'mail-server'],
  [/^crowdsec-auth-tests\/aws-/, 'cloudtrail'],
  [/^crowdsec-auth-tests\/(authelia|authentik|gitlab|grafana|keycloak|nextcloud|teleport|vaultwarden)-/, '$1'],
  [/^crowdsec-auth-tests\/lemonldap/, 'lemonldap'],
  [/^crowdsec-auth-tests\/opensearch-dashboard-bf\//, 'access-log'],
  [/^crowdsec-auth-tests\/windows-/, 'windows'],
  // Syslog lines of other programs: known for what they are, ignored to the last, with a warning.
  [/^crowdsec-auth-tests\/(?:opnsense-gui-auth|synology-dsm-bf|wireguard-auth)\//, 'sshd'],
  // Of systems that nobody here knows: their lines say all by themselves.
  [/^crowdsec-auth-tests\/(?:calibre-web|dockge|jellyfin|miniflux|redmine)-bf\//, 'generic'],
  [/^sigma\/tests\/sigmahq-regression\/regression_data\/.*\.json$/, 'windows'],
  [/^sigma\/.*\/schema-events\/(?:aws_)?(cloudtrail|okta|onelogin)(?:_system_log|_events)?\//, '$1'],
  [/^sigma\/.*\/schema-events\/gcp_audit\//, 'google-workspace'],
  [/^sigma\/.*\/schema-events\/azure_signinlogs\//, 'entra'],
  [/^sigma\/.*\/schema-events\/microsoft365_audit\//, 'm365'],
  // The tests of rules: all of them as they stand, each with its record in `log`, and one log per type.
  [
    /^panther-rule-tests\/events\.jsonl$/,
    'google-workspace+okta+auth0+entra+duo+onelogin+teleport+m365+snowflake+1password+cloudtrail+windows',
  ],
  [/\(AWS\.CloudTrail\)$/, 'cloudtrail'],
  [/\(Auth0\.Events\)$/, 'auth0'],
  [/\(Azure\.Audit\)$/, 'entra'],
  [/\(GSuite\.ActivityEvent\)$/, 'google-workspace'],
  [/\(Microsoft365\.Audit\.\w+\)$/, 'm365'],
  [/\(Okta\.SystemLog\)$/, 'okta'],
]

/** The format that a file of the corpus has to be taken for; undefined: none of ours. */
export const corpusFormat = (path: string): string | undefined => {
  for (const [pattern, format] of FORMATS) {
    const match = pattern.exec(path)
    if (match === null) continue
    return format === '$folder' ? path.split('/')[0] : format === '$1' ? match[1] : format
  }
  return undefined
}
