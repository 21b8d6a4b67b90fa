import { folded } from '../kernel/folded.ts'

const isOdd = (line: string): boolean => {
  let quotes = 0
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes += 1
  return quotes % 2 === 1
}

/**
 * The rows of a CSV text in which one of these stands, as CSV, with the head: a caller is waiting, so that sixty thousand rows are
 * looked through, not taken apart. More rows may be kept than belong to them, never fewer.
 */
export const rowsNaming = (csv: string, wanted: readonly string[]): string => {
  const asked = wanted.map((text) => folded(text).replaceAll('"', '""'))
  const [head = '', ...lines] = csv.split('\n')
  const kept = [head]
  let row: string[] = []
  let isOpen = false
  for (const line of lines) {
    row.push(line)
    if (isOdd(line)) isOpen = !isOpen
    if (isOpen) continue
    const whole = row.join('\n')
    const text = folded(whole)
    if (asked.some((one) => text.includes(one))) kept.push(whole)
    row = []
  }
  return [...kept, ...row].join('\n')
}
