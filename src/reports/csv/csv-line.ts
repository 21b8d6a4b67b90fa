export type Cell = string | number | null

const quote = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One RFC 4180 row ending in `\n`; null is an empty cell. Values are exact: nothing is escaped, trimmed or guarded. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map((cell) => (cell === null ? '' : quote(String(cell)))).join(',')}\n`
