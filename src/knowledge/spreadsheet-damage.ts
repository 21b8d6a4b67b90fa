/** Signs that a spreadsheet rewrote an id: a number in powers of ten, digits cut to zeros, a date made of it, an error, lost letters. */
const DAMAGE: readonly RegExp[] = [
  /^\d(?:[.,]\d+)?E\+?\d+$/i,
  // Spreadsheets keep fifteen digits and write zeros for the rest.
  /^\d{15}0+$/,
  /^\d+\.0+$/,
  /^\d{1,2}[-\s](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[-\s]\d{2,4})?$/i,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2}$/i,
  /^\d{1,2}月\d{1,2}日$/,
  /^\d{4}\/\d{1,2}\/\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^#(?:NAME\?|REF!|VALUE!|N\/A|NUM!|DIV\/0!)$/,
  /^#{3,}$/,
  /\ufffd|\?{3,}/,
]

/** Does this text look like an id that a spreadsheet damaged? */
export const isSpreadsheetDamage = (text: string): boolean => DAMAGE.some((pattern) => pattern.test(text))

const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i

/** What the undamaged id begins with and how long it is; undefined where that cannot be told. */
const remains = (text: string): { readonly start: string; readonly length: number } | undefined => {
  const [, first, rest = '', power] = SCIENTIFIC.exec(text) ?? []
  // The last digit that is shown was rounded.
  if (first !== undefined) return { start: first + rest.slice(0, -1), length: Number(power) + 1 }
  if (/^\d{15}0+$/.test(text)) return { start: text.slice(0, 15), length: text.length }
  const [, whole] = /^(\d+)\.0+$/.exec(text) ?? []
  return whole === undefined ? undefined : { start: whole, length: whole.length }
}

/** May `id`, as a log wrote it, have become `text` in a spreadsheet? Leading zeros go, long numbers are rounded. */
export const mayHaveBeen = (text: string, id: string): boolean => {
  if (!/^\d+$/.test(id) || id === text) return false
  if (/^\d+$/.test(text) && id.length > text.length && id.replace(/^0+/, '') === text) return true
  const left = remains(text)
  return left !== undefined && id.length === left.length && id.startsWith(left.start)
}
