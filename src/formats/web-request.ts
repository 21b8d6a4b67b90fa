type Value = string | undefined

const LINE = /^([A-Z]{1,16}) (\S{1,4096})(?: HTTP\/\d(?:\.\d)?)?$/
/** Method and target of a request line; of garbage, nothing. */
export const requestLine = (line: Value): readonly [method: Value, target: Value] => {
  const match = line === undefined ? null : LINE.exec(line)
  return [match?.[1], match?.[2]]
}

/** Percent signs undone, where they are whole: caches write agents like that. */
export const percentDecoded = (text: Value): Value => {
  if (text === undefined) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Cookies that hold the session of a site: PHP, Java, ASP.NET, Rails and Django, Express, Laravel, EC-CUBE. */
const SESSION_COOKIE =
  /(?:^|; ?)(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|_session_id|session_?id|connect\.sid|laravel_session|eccube)=([^;]{8,512})/i

/** The session in a request's cookies, where a log has them: what a page that was asked for belongs to. */
export const sessionCookie = (cookies: Value): Value => percentDecoded(SESSION_COOKIE.exec(cookies ?? '')?.[1])

/** What pages are made of: browsers fetch dozens for each. */
const PART_OF_PAGE = /\.(?:css|js|mjs|map|json|png|jpe?g|gif|svg|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp4|webm|mp3|txt|xml)(?:[?#]|$)/i

export const isPartOfPage = (target: string): boolean => PART_OF_PAGE.test(target)
