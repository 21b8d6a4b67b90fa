/** Where the steps were read. */
export const SOURCE =
  'Microsoft entra-docs users-revoke-access; Graph revokeSignInSessions; Entra audit activity reference; app-consent playbook'

const GRAPH = 'https://graph.microsoft.com/v1.0'

/** One Graph call; everything from the log is percent-encoded inside the single quotes. */
export const graph = (method: string, path: string, body?: string): string =>
  `Invoke-MgGraphRequest -Method ${method} -Uri '${GRAPH}${path}'${body === undefined ? '' : ` -ContentType 'application/json' -Body '${body}'`}`
