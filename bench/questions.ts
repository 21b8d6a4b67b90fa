/**
 * What an analyst would ask a database instead, one statement each, over `e(t, type, ip, agent, account, name, session)`:
 * without places, networks, verdicts or checklists, which the chain gives as well.
 */
export const questions: Readonly<Record<string, string>> = {
  'account guessing': `
    select account, max(tries) from (
      select account, count(*) over (partition by account order by t range between interval 5 minute preceding and current row) as tries
      from e where type in ('fp', 'f') and account is not null
    ) where tries >= 10 group by account`,
  'success after guessing': `
    select account, t from (
      select account, t, type, count(*) filter (type <> 's') over (partition by account order by t range between interval 10 minute preceding and current row) as tries
      from e where account is not null
    ) where type = 's' and tries >= 5`,
  stuffing: `
    select ip, bucket, count(*) as tries, count(distinct name) as names from (
      select ip, name, time_bucket(interval 5 minute, t) as bucket from e where type in ('fp', 'fu')
    ) group by ip, bucket having tries >= 20 and names >= 10`,
  spray: `
    select ip, bucket, count(*) as tries, count(distinct name) as names from (
      select ip, name, time_bucket(interval 1 hour, t) as bucket from e where type in ('fp', 'fu')
    ) group by ip, bucket having tries >= 15 and names >= 5`,
  'low and slow': `
    select ip, bucket, count(*) as tries, count(distinct name) as names from (
      select ip, name, time_bucket(interval 24 hour, t) as bucket from e where type in ('fp', 'fu')
    ) group by ip, bucket having names >= 50`,
  'distributed guessing': `
    select account, bucket, count(distinct ip) as sources, count(*) as tries from (
      select account, ip, time_bucket(interval 1 hour, t) as bucket from e where type in ('fp', 'f') and account is not null
    ) group by account, bucket having sources >= 5 and tries >= 8`,
  enumeration: `
    select ip, bucket, count(distinct name) as names from (
      select ip, name, time_bucket(interval 10 minute, t) as bucket from e where type = 'fu'
    ) group by ip, bucket having names >= 8`,
  travel: `
    select account, t, ip, before from (
      select account, t, ip, lag(ip) over w as before, t - lag(t) over w as pause
      from e where type = 's' window w as (partition by account order by t)
    ) where ip <> before and pause < interval 1 hour`,
  'new address and agent': `
    select account, t from (
      select account, t, min(t) over (partition by account, ip) as first_ip, min(t) over (partition by account, agent) as first_agent,
        min(t) over (partition by account) as first_login
      from e where type = 's'
    ) where t = first_ip and t = first_agent and t > first_login`,
  'session moved': `
    select session, count(distinct ip) as addresses, count(distinct agent) as agents
    from e where session is not null group by session having addresses > 1 and agents > 1`,
  'rare agent': `select agent, count(*) as events from e group by agent having events < 5`,
  surge: `
    select bucket, count(*) filter (type <> 's') / count(*) as share from (
      select type, time_bucket(interval 5 minute, t) as bucket from e
    ) group by bucket having share > 0.5`,
}

const AUTH0 = `
  select date::timestamp as t, type, ip, user_agent as agent, user_id as account, user_name as name, details->>'session_id' as session
  from read_ndjson('FILE', columns = {
    date: 'VARCHAR', type: 'VARCHAR', ip: 'VARCHAR', user_agent: 'VARCHAR', user_id: 'VARCHAR', user_name: 'VARCHAR', details: 'JSON'
  })`

const OKTA = `
  select published::timestamp as t,
    case outcome->>'result' when 'SUCCESS' then 's' else case outcome->>'reason' when 'INVALID_CREDENTIALS' then 'fp' else 'fu' end end as type,
    client->>'ipAddress' as ip, client->'userAgent'->>'rawUserAgent' as agent, nullif(actor->>'id', 'unknown') as account,
    actor->>'alternateId' as name, nullif(authenticationContext->>'externalSessionId', 'unknown') as session
  from read_ndjson('FILE', columns = {
    published: 'VARCHAR', outcome: 'JSON', client: 'JSON', actor: 'JSON', authenticationContext: 'JSON'
  })`

const ENTRA = `
  select createdDateTime::timestamp as t,
    case (status->>'errorCode')::int when 0 then 's' when 50126 then 'fp' else 'fu' end as type,
    ipAddress as ip, userAgent as agent, userId as account, userPrincipalName as name, uniqueTokenIdentifier as session
  from read_ndjson('FILE', columns = {
    createdDateTime: 'VARCHAR', status: 'JSON', ipAddress: 'VARCHAR', userAgent: 'VARCHAR', userId: 'VARCHAR', userPrincipalName: 'VARCHAR',
    uniqueTokenIdentifier: 'VARCHAR'
  })`

const SELECTS: Readonly<Record<string, string>> = { auth0: AUTH0, okta: OKTA, entra: ENTRA }

/** Loads a file of one shape once, as JSON with the columns that the questions need. */
export const loadStatement = (file: string, shape: string): string =>
  `create table e as ${(SELECTS[shape] ?? AUTH0).replace('FILE', file.replaceAll("'", "''"))}`
