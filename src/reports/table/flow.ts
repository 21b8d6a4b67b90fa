import { displayWidth, padEnd, wrap } from '../../kernel/text-width.ts'

/** Pieces joined by a separator and broken between pieces where they do not fit; a piece too wide for a line is wrapped, on lines of its own. */
export const flow = (items: readonly string[], separator: string, width: number): string[] => {
  const lines: string[] = []
  let isOpen = false
  for (const item of items) {
    const last = lines.at(-1)
    const wrapped = wrap(item, width)
    if (isOpen && wrapped.length === 1 && last !== undefined && displayWidth(last + separator + item) <= width)
      lines[lines.length - 1] = last + separator + item
    else lines.push(...wrapped)
    isOpen = wrapped.length === 1
  }
  return lines
}

/** A first line with its label, the following ones indented below the text. */
export const hanging = (label: string, lines: readonly string[]): string[] =>
  lines.map((line, index) => (index === 0 ? label : padEnd('', displayWidth(label))) + line)

/** One paragraph, wrapped, hanging under its label. */
export const paragraph = (label: string, text: string, width: number): string[] =>
  hanging(label, wrap(text, Math.max(10, width - displayWidth(label))))
