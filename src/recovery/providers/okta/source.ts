import { httpCalls } from '../../http-call.ts'

/** Where the calls were read. */
export const SOURCE = 'okta-sdk-nodejs 8.1.0 paths; developer.okta.com event types'

/** One call, with an API token in $T. */
export const call = httpCalls('"$O"', `-H "Authorization: SSWS $T" -H 'Accept: application/json'`)
