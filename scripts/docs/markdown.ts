/** A cell of a Markdown table: one line, with its bars escaped. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')

/** A Markdown table; columns that are empty in every row are left out. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const used = head.map((_, column) => column === 0 || rows.some((row) => (row[column] ?? '') !== ''))
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .filter((_, column) => used[column])
      .map(cell)
      .join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

/** Code in a line. Text that holds backticks gets more of them around it. */
export const code = (text: string): string => {
  if (text === '') return ''
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

/** A code block whose fence is longer than any run of backticks inside. */
export const fence = (text: string, language: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const mark = '`'.repeat(longest + 1)
  return `${mark}${language}\n${text.replace(/\n+$/, '')}\n${mark}`
}

/** The first lines of a text, and a mark where it goes on. */
export const firstLines = (text: string, most: number): string => {
  const lines = text.replace(/\n+$/, '').split('\n')
  return lines.length <= most ? lines.join('\n') : [...lines.slice(0, most), '…'].join('\n')
}
