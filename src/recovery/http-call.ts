/** One HTTP call as a shell command: `path` stands within single quotes, so placeholders in it are `|url` ones. */
export type HttpCall = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: string, type?: string) => string

const sent = (body: string, type: string): string => ` -H 'Content-Type: ${type}' --data ${body}`

/**
 * Calls on one API. `base` and `headers` are shell text (`"$O"`, `-H "Authorization: SSWS $T"`). curl fails on HTTP errors, sends the
 * path as it is (no folding of dots) and reads no wildcards in it.
 */
export const httpCalls =
  (base: string, headers: string): HttpCall =>
  (method, path, body, type = 'application/json') =>
    `curl -sS -f -g --path-as-is -X ${method} ${headers}${body === undefined ? '' : sent(body, type)} ${base}'${path}'`

/** A JSON body as one shell word; placeholders in it are `|json` ones. */
export const json = (body: string): string => `'${body}'`
