/** Where the calls were read. */
export const SOURCE = 'okta-sdk-nodejs 8.1.0 paths; developer.okta.com event types'

const AUTH = `-H "Authorization: SSWS $T" -H 'Accept: application/json'`

/** One call: curl leaves dots in paths alone and fails on HTTP errors. */
export const call = (method: string, path: string, rest = ''): string =>
  `curl -sS -f -g --path-as-is -X ${method} ${AUTH}${rest} "$O"'${path}'`
