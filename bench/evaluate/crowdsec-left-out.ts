/** Alerts of CrowdSec's tests whose technique does not exist here, or whose log does not show what the alert says; by test and scenario. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'apiscp-bf crowdsecurity/http-apiscp-bf':
    'the page answers 200 to a wrong password as to a right one: that it means a failure is knowledge of this product, which no format has',
  'aws-bf crowdsecurity/aws-cloudtrail-bf-console-login': 'one record, six times with the same event id: one event',
  'teleport-bf crowdsecurity/teleport-bf': 'one record, six times with the same event id: one event',
  'nextcloud-bf crowdsecurity/nextcloud-bf_domain_error': 'a wrong host name in the request: no login',
  'nginx-mail-bf hitech95/email-user-bf': 'the server says that it knows no login there ("AUTH not supported"): no password was tried',
  'ssh-time-based-bf crowdsecurity/ssh-time-based-bf':
    'four failures in an hour, twenty minutes apart: no list and no burst; people fail like that',
  'ssh-time-based-bf crowdsecurity/ssh-time-based-bf_user-enum':
    'four failures in an hour, twenty minutes apart: no list and no burst; people fail like that',
  ...Object.fromEntries(
    [
      'dovecot-slow-bf melite/dovecot-slow-bf',
      'dovecot-slow-bf-no-overlap melite/dovecot-slow-bf',
      'dovecot-slow-bf-user-enum melite/dovecot-slow-bf',
      'dovecot-slow-bf-user-enum melite/dovecot-slow-bf_user-enum',
      'dovecot-time-based-bf melite/dovecot-time-based-bf',
      'dovecot-time-based-bf-user-enum melite/dovecot-time-based-bf',
      'dovecot-time-based-bf-user-enum melite/dovecot-time-based-bf_user-enum',
    ].map((alert) => [
      alert,
      'four failures in half an hour or more, at most four mailboxes: no list and no burst; an office fails like that',
    ]),
  ),
  'postfix-sasl-bf Guezli/postfix-sasl-bf': 'three failures in a row, of which the log tells no mailbox: mail programs try like that',
  'sshd-impossible-travel crowdsecurity/impossible-travel':
    "the built-in table has both addresses at one position (the middle of the country, 1,000 km radius); CrowdSec's test brings its own",
  'teleport-impossible-travel crowdsecurity/impossible-travel':
    "the built-in table has both addresses at one position (the middle of the country, 1,000 km radius); CrowdSec's test brings its own",
}
