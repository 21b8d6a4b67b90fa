/** A string as PowerShell would read it, or what stands between strings. */
interface Token {
  readonly kind: 'string' | 'code'
  readonly text: string
}

/** about_Quoting_Rules: these four are one and the same to PowerShell, as are the three double ones. */
const SINGLE = /['\u2018-\u201b]/
const DOUBLE = /["\u201c-\u201e]/

/** The end of a string that begins at `from`, and its value; a doubled quote stands for one. */
const readString = (source: string, from: number): { readonly text: string; readonly next: number } => {
  const quote = SINGLE.test(source[from] ?? '') ? SINGLE : DOUBLE
  let text = ''
  for (let at = from + 1; at < source.length; at += 1) {
    const character = source[at] ?? ''
    if (quote === DOUBLE && (character === '`' || character === '$')) throw new Error(`expands at ${at}: ${source}`)
    if (quote.test(character)) {
      if (!quote.test(source[at + 1] ?? '')) return { text, next: at + 1 }
      at += 1
    }
    text += source[at]
  }
  throw new Error(`string without an end: ${source}`)
}

/** Strings and the code between them, by PowerShell's documented rules; refuses an escape (`) outside of strings, and what expands in one. */
const powerShellTokens = (source: string): readonly Token[] => {
  const tokens: Token[] = []
  let code = ''
  let at = 0
  while (at < source.length) {
    const character = source[at] ?? ''
    if (character === '`') throw new Error(`escape at ${at}: ${source}`)
    if (!SINGLE.test(character) && !DOUBLE.test(character)) {
      code += character
      at += 1
      continue
    }
    if (code !== '') tokens.push({ kind: 'code', text: code })
    code = ''
    const { text, next } = readString(source, at)
    tokens.push({ kind: 'string', text })
    at = next
  }
  return code === '' ? tokens : [...tokens, { kind: 'code', text: code }]
}

/** Stands in the code for a string whose value is kept apart. */
const MARK = '\ue000'
const SUM = /\((?:\ue000|\+|\[char\]::ConvertFromUtf32\(0x[\da-f]+\))+\)|\ue000/g
const TERM = /\ue000|\[char\]::ConvertFromUtf32\(0x([\da-f]+)\)/g

/** The code with each string, or sum of strings and characters, as one mark, and their values in order. */
export const powerShellWords = (source: string): { readonly code: string; readonly values: readonly string[] } => {
  const tokens = powerShellTokens(source)
  const strings = tokens.filter(({ kind }) => kind === 'string').map(({ text }) => text)
  const marked = tokens.map(({ kind, text }) => (kind === 'string' ? MARK : text)).join('')
  const values: string[] = []
  const code = marked.replace(SUM, (sum) => {
    const terms = [...sum.matchAll(TERM)]
    values.push(
      terms.map(([, hex]) => (hex === undefined ? (strings.shift() ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)))).join(''),
    )
    return MARK
  })
  return { code, values }
}
