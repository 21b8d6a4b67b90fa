import { safeMarkdown } from '../../kernel/safe-text.ts'

/** A Markdown table; the cells are Markdown already. Empty without rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return `${line(head.map(safeMarkdown)) + line(head.map(() => '---')) + rows.map(line).join('')}\n`
}

/** A bulleted list of Markdown texts. Empty without items. */
export const bullets = (items: readonly string[]): string => (items.length === 0 ? '' : `${items.map((item) => `- ${item}\n`).join('')}\n`)

/** A heading; `level` counts from 1. The text is plain and is made safe here. */
export const heading = (level: number, text: string): string => `${'#'.repeat(level)} ${safeMarkdown(text)}\n\n`

/** Shell commands as a code block that no text can leave; `lines` are safe text. */
export const codeBlock = (lines: readonly string[]): string => {
  const longest = Math.max(2, ...lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}sh\n${lines.join('\n')}\n${fence}\n\n`
}
