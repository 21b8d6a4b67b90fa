/** A stretch of a line: text that is always there, or something that changes from line to line. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'blank' | 'time' | 'address' | 'mail' | 'number' | 'code' | 'quoted' | 'pair' | 'agent' | 'url'
  readonly text: string
  /** Of a pair: what stands before its value, and the name in it. */
  readonly lead?: string
  readonly key?: string
  /** Of a pair: its value without quotes, and the sign that encloses it. */
  readonly value?: string
  readonly quote?: '"' | "'" | ''
}

/** Times as lines of text have them: how one is told, and the shorter pattern that a mapping needs for it. */
const TIMES: readonly (readonly [told: string, pattern: string])[] = [
  [
    '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)? ?(?:Z|[+-]\\d{2}:?\\d{2})(?![\\d.])',
    '[\\d/.-]+[T ][\\d:.,]+ ?[Z\\d:+-]+',
  ],
  ['\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?', '[\\d/.-]+[T ][\\d:.,]+'],
  ['\\d{4}年\\d{1,2}月\\d{1,2}日 ?\\d{1,2}[:時]\\d{1,2}(?:[:分]\\d{1,2}秒?)?分?', '\\d+年\\d+月\\d+日 ?[\\d:時分秒]+'],
  ['\\d{1,2}/[A-Z][a-z]{2}/\\d{4}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4}', '[\\w/:]+ [\\d+-]+'],
  ['[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\\d{1,2} \\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})? \\d{4}', '[A-Z][a-z]+ [A-Z][a-z]+ +\\d+ [\\d:.]+ \\d+'],
  ['[A-Z][a-z]{2} {1,2}\\d{1,2} \\d{4} \\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?', '[A-Z][a-z]+ +\\d+ \\d+ [\\d:.]+'],
  ['[A-Z][a-z]{2,8} \\d{1,2}, \\d{4},? \\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})? [AP]M', '[A-Z][a-z]+ \\d+, \\d+,? [\\d:.,]+ [AP]M'],
  ['[A-Z][a-z]{2} {1,2}\\d{1,2} \\d{2}:\\d{2}:\\d{2}', '[A-Z][a-z]+ +\\d+ [\\d:]+'],
  // PHP's error_log.
  [
    '\\d{1,2}-[A-Z][a-z]{2}-\\d{4} \\d{2}:\\d{2}:\\d{2}(?: (?:UTC|[A-Z][A-Za-z]{1,20}(?:/[A-Z][A-Za-z_-]{1,30}){1,2}))?',
    '\\d+-[A-Z][a-z]+-\\d+ [\\d:]+(?: [\\w/-]+)?',
  ],
  ['\\d{8}[T ]?\\d{6}', '\\d{8}[T ]?\\d{6}'],
]
const TOLD = TIMES.map(([told, pattern]) => [new RegExp(`^(?:${told})$`, 'u'), pattern] as const)

/** All of them. */
export const TIME_FORMS = TIMES.map(([told]) => `(?:${told})`).join('|')

/** The pattern that a mapping needs for times like this one. */
export const timePattern = (time: string): string => TOLD.find(([told]) => told.test(time))?.[1] ?? '\\S+'

/** A value ends where its quotes do, or at a sign that is hardly in one. */
const BARE = '[^\\s,;|()\\[\\]{}"\']+'

const FORMS: readonly (readonly [Exclude<Token['kind'], 'word' | 'sign' | 'blank'>, string])[] = [
  ['time', TIME_FORMS],
  ['pair', `(?<key>[\\p{L}_][\\p{L}\\p{N}_.-]{0,40})(?<sign> ?= ?|: ?|：)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>${BARE}))`],
  ['pair', `"(?<key>[\\p{L}_][\\p{L}\\p{N}_.-]{0,40})"(?<sign>: ?)(?:"(?<double>[^"]*)"|(?<bare>${BARE}))`],
  ['agent', 'Mozilla/\\d\\.\\d \\([^()]*\\)[^"\\]|]*'],
  ['url', 'https?://[^\\s,;|"\\])]+'],
  ['quoted', '"[^"]*"'],
  ['address', '(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])|(?:[0-9a-f]{1,4}:){2,7}[0-9a-f:]{1,40}'],
  ['mail', '[\\w.+%-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+'],
  ['code', '(?=[0-9a-f-]*\\d)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9a-f]*\\d)[0-9a-f]{16,64}(?![\\p{L}\\p{N}])'],
  ['number', '\\d+(?![\\p{L}\\p{N}])'],
]
const FORM_OF = FORMS.map(([kind, source]) => [kind, new RegExp(source, 'uiy')] as const)

const WORD = /[^\s,;|()[\]{}<>"']+/uy
const BLANK = /\s+/uy

/** `INFO: started` is prose, `10:14` a time, `http://` an address. */
const isPair = (groups: Record<string, string | undefined>): boolean =>
  !/(?:^|\.)(?:info|warn|warning|error|debug|notice|trace|fatal|critical|https?)$/i.test(groups['key'] ?? '') &&
  groups['bare']?.startsWith('//') !== true

const matchAt = (form: RegExp, line: string, at: number): RegExpExecArray | null => {
  form.lastIndex = at
  return form.exec(line)
}

const pairOf = (text: string, groups: Record<string, string | undefined>): Token => {
  const { key = '', sign = '', double, single, bare } = groups
  const lead = text.startsWith('"') ? `"${key}"${sign}` : key + sign
  const quote = single === undefined ? '' : "'"
  return { kind: 'pair', text, lead, key, value: double ?? single ?? bare ?? '', quote: double === undefined ? quote : '"' }
}

const tokenAt = (line: string, at: number): Token => {
  for (const [kind, form] of FORM_OF) {
    const match = matchAt(form, line, at)
    if (match === null || match[0] === '') continue
    if (kind !== 'pair') return { kind, text: match[0] }
    if (isPair(match.groups ?? {})) return pairOf(match[0], match.groups ?? {})
  }
  const blank = matchAt(BLANK, line, at)?.[0]
  if (blank !== undefined) return { kind: 'blank', text: blank }
  const word = matchAt(WORD, line, at)?.[0]
  return word === undefined ? { kind: 'sign', text: line[at] ?? '' } : { kind: 'word', text: word }
}

const LONGEST_LINE = 2000
const MOST_TOKENS = 120

/** A line in tokens, as far as a mapping for it could be written. */
export const tokensOf = (line: string): readonly Token[] => {
  const tokens: Token[] = []
  const end = Math.min(line.length, LONGEST_LINE)
  for (let at = 0; at < end && tokens.length < MOST_TOKENS;) {
    const token = tokenAt(line, at)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}
