import { DEMO_CASE } from './demo.ts'
import { code, fence } from './markdown.ts'
import { runCli } from './run-cli.ts'

/**
 * Parts of hand-written pages that a program fills in:
 *
 *     <!-- run: npx ashiato inspect DEMO | head -20 -->
 *     <!-- table: formats -->
 *     <!-- end -->
 *
 * Whatever stands between the comment and `<!-- end -->` is replaced. `DEMO` is the demonstration case.
 */
const BLOCK = /(<!-- (run|output|table): (.+?) -->\n)[\s\S]*?(<!-- end -->)/g

/** Words of a command line; single quotes keep blanks together, as in a shell. */
const words = (text: string): string[] => [...text.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

interface ShownCommand {
  readonly shown: string
  readonly args: readonly string[]
  readonly lines: number
}

const readCommand = (text: string): ShownCommand => {
  const shown = text.replaceAll('DEMO', DEMO_CASE)
  const [command = '', cut] = shown.split(' | head -')
  const all = words(command)
  return { shown, args: all.slice(all.indexOf('ashiato') + 1), lines: cut === undefined ? Number.POSITIVE_INFINITY : Number(cut) }
}

const outputOf = async ({ shown, args, lines }: ShownCommand): Promise<string> => {
  const { text, code: exitCode } = await runCli(args)
  if (exitCode > 1) throw new Error(`${shown}: exit code ${exitCode}\n${text}`)
  const kept = text.replaceAll(/[ \t]+$/gm, '')
  return Number.isFinite(lines) ? kept.split('\n').slice(0, lines).join('\n') : kept
}

export type Tables = Readonly<Record<string, string>>

const fill = async (kind: string, what: string, tables: Tables): Promise<string> => {
  if (kind === 'table') {
    const found = tables[what]
    if (found === undefined) throw new Error(`no table ${code(what)}`)
    return found
  }
  const command = readCommand(what)
  const output = await outputOf(command)
  // `output` stands below a command that the page has already shown.
  return fence(kind === 'run' ? `$ ${command.shown}\n${output}` : output, kind === 'run' ? 'console' : 'text')
}

/** The page with every block filled in anew. */
export const fillBlocks = async (page: string, tables: Tables): Promise<string> => {
  let filled = ''
  let from = 0
  for (const match of page.matchAll(BLOCK)) {
    const [whole, head = '', kind = '', what = '', end = ''] = match
    filled += `${page.slice(from, match.index)}${head}${await fill(kind, what, tables)}\n${end}`
    from = match.index + whole.length
  }
  return filled + page.slice(from)
}

/** Markers that no block matches: a misspelt one would leave its text to rot. */
export const strayMarkers = (page: string): readonly string[] =>
  page
    .replaceAll(BLOCK, '')
    .split('\n')
    .filter((line) => /^<!-- (?:run|output|table|end)\b/.test(line))
