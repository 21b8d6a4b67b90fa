import { defineFormat } from '../define-format.ts'
import { access, accessApi } from './access.ts'
import { http } from './http.ts'

/** Cloudflare: requests that its edge saw, and logins to what Cloudflare Access guards. */
export const format = defineFormat({
  id: 'cloudflare',
  title: 'Cloudflare Logpush (HTTP requests, Access)',
  provider: 'generic',
  zone: 'in-record',
  // Ray ids are not guaranteed to be unique.
  repeats: 'legitimate',
  names: 'folded',
  edge: true,
  successes: 'configurable',
  shapes: [http, access, accessApi],
  spec: 'https://developers.cloudflare.com/logs/reference/log-fields/zone/http_requests/',
  unverified: ['access-api'],
  howToExport: {
    en: 'Logpush (or Logpull) of http_requests with ClientIP, ClientSrcPort, ClientRequestMethod, ClientRequestURI, ClientRequestHost, ClientRequestUserAgent, EdgeStartTimestamp, EdgeResponseStatus, SecurityAction, LeakedCredentialCheckResult; of access_requests for Access. Requests know no account, and how a login ended only from what its clients do next, or by --map: the application’s own log answers more.',
    ja: 'Logpush(または Logpull)で http_requests を取得する。項目は ClientIP、ClientSrcPort、ClientRequestMethod、ClientRequestURI、ClientRequestHost、ClientRequestUserAgent、EdgeStartTimestamp、EdgeResponseStatus、SecurityAction、LeakedCredentialCheckResult。Access は access_requests。リクエストのログにはアカウントがなく、ログインの成否も直後の動きからの判断か --map での指定になるため、アプリケーション側のログも入手すること。',
  },
})
