/**
 * The extended log file format of the W3C (https://www.w3.org/TR/WD-logfile.html), as IIS writes it: lines that begin with `#` are directives, of
 * which `#Fields:` names the columns of what follows; blanks between cells, plus signs inside them, and quotes mean nothing.
 */
export const EXTENDED_DELIMITER = ' '

const FIELDS = /^#Fields:\s+(\S.*)$/
/** Prefixes of the format's identifiers: client, server, and what goes between them. */
const OF_REQUEST = /^(?:c|s|cs|sc)[-(]/
/** CloudFront separates its cells by tabs, and has a format of its own. */
const OF_EDGE = /^x-edge-/

export const isDirective = (line: string): boolean => line.startsWith('#')

/** The names in a `#Fields:` directive of a log of requests. */
export const fieldsDirective = (line: string): readonly string[] | undefined => {
  const names = FIELDS.exec(line.trimEnd())?.[1]?.split(/\s+/)
  return names !== undefined && isExtendedHeader(names) ? names : undefined
}

/** Are these the columns of such a log? */
export const isExtendedHeader = (columns: readonly string[]): boolean =>
  columns.length > 2 && columns.some((name) => OF_REQUEST.test(name)) && !columns.some((name) => OF_EDGE.test(name))
