import { DEMO_ACCOUNT, DEMO_ACCOUNT_ID, DEMO_CASE } from './demo.ts'
import { fence } from './markdown.ts'
import { runCli } from './run-cli.ts'

/**
 * Parts of hand-written pages that a program fills in:
 *
 *     <!-- run: npx ashiato inspect DEMO | head -20 -->        the command and what it prints
 *     <!-- output: npx ashiato DEMO | before == Recovery -->   only what it prints, below a command that the page has shown
 *     <!-- list: formats -->
 *     <!-- end -->
 *
 * Whatever stands between the comment and `<!-- end -->` is replaced. `DEMO` is the demonstration case, `ACCOUNT` and
 * `ID_OF_ACCOUNT` one account of it. `before` and `from` cut an output at the first line that begins with a text, which must be there.
 * Comments that are indented, as here, are examples.
 */
const BLOCK = /^(<!-- (run|output|list): (.+?) -->\n)[\s\S]*?^(<!-- end -->)/gm

/** Words of a command line; single quotes keep blanks together, as in a shell. */
const words = (text: string): string[] => [...text.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

type Cut = (lines: readonly string[], text: string) => readonly string[]

const find = (lines: readonly string[], text: string): number => {
  const at = lines.findIndex((line) => line.trimStart().startsWith(text))
  if (at < 0) throw new Error(`no line of the output begins with "${text}"`)
  return at
}

const CUTS: Readonly<Record<string, Cut>> = {
  'head -': (lines, count) => lines.slice(0, Number(count)),
  'before ': (lines, text) => lines.slice(0, find(lines, text)),
  'from ': (lines, text) => lines.slice(find(lines, text)),
}

const applyCut = (lines: readonly string[], cut: string): readonly string[] => {
  const [name, apply] = Object.entries(CUTS).find(([known]) => cut.startsWith(known)) ?? []
  if (name === undefined || apply === undefined) throw new Error(`"${cut}" is no way to cut an output`)
  return apply(lines, cut.slice(name.length))
}

/** The longer name first: it holds the shorter one. */
const NAMES: Readonly<Record<string, string>> = { DEMO: DEMO_CASE, ID_OF_ACCOUNT: DEMO_ACCOUNT_ID, ACCOUNT: DEMO_ACCOUNT }

interface Shown {
  readonly command: string
  readonly output: string
}

/** Runs `npx ashiato …`, cut as asked for. A command that fails has no place in the documentation. */
const show = async (text: string): Promise<Shown> => {
  const [command = '', ...cuts] = Object.entries(NAMES)
    .reduce((filled, [name, value]) => filled.replaceAll(name, value), text)
    .split(' | ')
  const all = words(command)
  const result = await runCli(all.slice(all.indexOf('ashiato') + 1))
  if (result.code > 1) throw new Error(`${command}: exit code ${result.code}\n${result.text}`)
  const lines = cuts.reduce<readonly string[]>(applyCut, result.text.replaceAll(/[ \t]+$/gm, '').split('\n'))
  return { command: [command, ...cuts.filter((cut) => cut.startsWith('head'))].join(' | '), output: lines.join('\n') }
}

export type Lists = Readonly<Record<string, string>>

const fill = async (kind: string, what: string, lists: Lists): Promise<string> => {
  if (kind === 'list') {
    const found = lists[what]
    if (found === undefined) throw new Error(`no list ${what}`)
    return found
  }
  const { command, output } = await show(what)
  return kind === 'run' ? fence(`$ ${command}\n${output}`, 'console') : fence(output, 'text')
}

/** The page with every block filled in anew. */
export const fillBlocks = async (page: string, lists: Lists): Promise<string> => {
  let filled = ''
  let from = 0
  for (const match of page.matchAll(BLOCK)) {
    const [whole, head = '', kind = '', what = '', end = ''] = match
    filled += `${page.slice(from, match.index)}${head}${await fill(kind, what, lists)}\n${end}`
    from = match.index + whole.length
  }
  return filled + page.slice(from)
}

/** Markers that no block matches: a misspelt one would leave its text to rot. */
export const strayMarkers = (page: string): readonly string[] =>
  page
    .replaceAll(BLOCK, '')
    .split('\n')
    .filter((line) => /^<!-- (?:run|output|list|end)\b/.test(line))
