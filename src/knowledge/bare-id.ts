/** `="00123"`: so a spreadsheet is kept from taking an id for a number. */
export const withoutGuard = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell

/** A sign of a list before the id; plain ones only where a blank follows, because ids may begin so. */
const BULLET = /^(?:[・●○■□•‣]\s*|[-*]\s+)(?=\S)/u
/** What people put behind an id, out of courtesy or as a remark. */
const COURTESY = /(?<=[\x21-\x7e])\s*(?:様|さま|さん|殿|氏)$/u
const REMARK = /\s+#.*$/u

/** An id or a mail address out of what people write round it: `・hanako@example.jp 様`, `山田 <hanako@example.jp>`, `mailto:…`. */
const bareId = (text: string): string => {
  const plain = withoutGuard(text.trim()).replace(BULLET, '').replace(REMARK, '').replace(COURTESY, '').trim()
  return (/<([^<>\s]+@[^<>\s]+)>$/.exec(plain)?.[1] ?? plain).replace(/^mailto:/i, '')
}

/** Several mail addresses in one cell; ids of other kinds may hold any sign. */
export const idsOf = (cell: string): readonly string[] => {
  const parts = cell.split(/[\s,;、；，]+/u).filter((part) => part !== '')
  const areMails = parts.length > 1 && parts.every((part) => /^[^@]+@[^@]+$/.test(part))
  return (areMails ? parts : [cell]).map(bareId).filter((id) => id !== '')
}
