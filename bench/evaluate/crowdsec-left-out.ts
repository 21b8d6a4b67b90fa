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
  'sshd-impossible-travel crowdsecurity/impossible-travel':
    "the built-in table has both addresses at one position (the middle of the country, 1,000 km radius); CrowdSec's test brings its own",
  'teleport-impossible-travel crowdsecurity/impossible-travel':
    "the built-in table has both addresses at one position (the middle of the country, 1,000 km radius); CrowdSec's test brings its own",
}
