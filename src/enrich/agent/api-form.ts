/** `Chrome 114.0.0` and `Windows 10.0.0`: how some provider APIs hand out a parsed user agent instead of the text. */
export interface ApiForm {
  readonly browser: string
  readonly system: string
}

const VERSION_END = /^(.{2,60}?) \d{1,8}(?:\.\d{1,8}){0,3}$/

const withoutVersion = (part: string): string | undefined => VERSION_END.exec(part)?.[1]

/**
 * The form of the Auth0 Management API's `user_agent` (https://auth0.com/docs/api/management/v2/logs/get-logs):
 * `<browser> <version> / <system> <version>`. undefined for real user agents.
 */
export const readApiForm = (text: string): ApiForm | undefined => {
  const slash = text.lastIndexOf(' / ')
  if (slash < 0 || text.length > 160) return undefined
  const browser = withoutVersion(text.slice(0, slash))
  const system = withoutVersion(text.slice(slash + 3))
  return browser === undefined || system === undefined ? undefined : { browser, system }
}
