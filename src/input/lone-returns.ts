const RETURN = 13
const NEWLINE = 10

/** Do lines of this beginning end with a carriage return alone, as in "CSV (Macintosh)" of spreadsheets? All of it would be one line. */
export const endsByReturns = (head: Buffer): boolean => {
  const at = head.indexOf(RETURN)
  return at >= 0 && at < head.length - 1 && !head.includes(NEWLINE)
}

/** Makes newlines of them, in place: every byte stays where it was. */
export const makeNewlines = (bytes: Buffer): void => {
  for (let at = bytes.indexOf(RETURN); at >= 0; at = bytes.indexOf(RETURN, at + 1)) bytes[at] = NEWLINE
}
