import type { Blob } from 'node:buffer'
import type { Stream } from 'node:stream'
import type { Cell as SheetCell, Feature } from 'write-excel-file/node'
import type { Cell } from '../account-list.ts'
import type { SheetContent } from './sheets.ts'

/** Number format "text": what is typed over such a cell stays text, 0012 and 1.23E+11 alike. */
const TEXT = '@'
const HEADER = { fontWeight: 'bold', backgroundColor: '#1F3A5F', textColor: '#FFFFFF', format: TEXT } as const
/** The oldest time that a zip can hold: the same case gives the same bytes. */
const NO_TIME = '1980-01-02T00:00:00'

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(65 + (index % 26))

const WORKSHEET = /<worksheet\b[^>]*>/
/** Characters beside each other on A4 across that can still be read: about 130 at full size. */
const PAGE_COLUMNS = 180
const pagesWide = ({ widths }: SheetContent): number => Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_COLUMNS)
/** On A4 across, as few pages wide as can be read: no single column prints on a page of its own. */
const printable = (xml: string, sheet: SheetContent): string =>
  xml
    .replace(WORKSHEET, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(
      '</worksheet>',
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide(sheet)}" fitToHeight="0"/></worksheet>`,
    )

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** On every printed page of a list stand its header and its first column: a row's end without its account says nothing. */
const printTitles = (sheets: readonly SheetContent[]): string => {
  const titles = sheets.flatMap(({ name, hasHeader }, index) => {
    if (!hasHeader) return []
    const sheet = escaped(`'${name.replaceAll("'", "''")}'`)
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$A:$A,${sheet}!$1:$1</definedName>`
  })
  return `<definedNames>${titles.join('')}</definedNames>`
}

/** Filters over the header row, pages to print, and text cells that Excel never turns into a formula, even when they are edited. */
const filtersAndText = (sheets: readonly SheetContent[]): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const sheet = sheets[sheetIndex]
          if (sheet === undefined) return xml
          if (!sheet.hasHeader) return printable(xml, sheet)
          const range = `A1:${columnName((sheet.rows[0]?.length ?? 1) - 1)}${sheet.rows.length}`
          return printable(xml, sheet).replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
        },
      },
      'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', () => printTitles(sheets)) },
      'xl/styles.xml': {
        transform: (xml) => {
          const text = /numFmtId="(\d+)" formatCode="@"/.exec(xml)?.[1]
          return text === undefined ? xml : xml.replaceAll(`<xf numFmtId="${text}"`, `<xf quotePrefix="1" numFmtId="${text}"`)
        },
      },
    },
  },
})

const cellOf = (cell: Cell, isHead: boolean): SheetCell => {
  if (cell === null) return null
  if (isHead) return { value: String(cell), type: String, ...HEADER }
  return typeof cell === 'number' ? { value: cell, type: Number, format: '#,##0' } : { value: cell, type: String, format: TEXT }
}

/** The workbook as the bytes of a file. The library is loaded only when there is one to write. */
export const workbookBytes = async (sheets: readonly SheetContent[]): Promise<Uint8Array> => {
  const [{ default: writeExcelFile }, { unzipSync, zipSync }] = await Promise.all([import('write-excel-file/node'), import('fflate')])
  const stored = await writeExcelFile(
    sheets.map(({ name, rows, widths, hasHeader }) => ({
      sheet: name,
      data: rows.map((row, index) => row.map((cell) => cellOf(cell, index === 0))),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      ...(hasHeader ? { stickyColumnsCount: 1 } : {}),
    })),
    { features: [filtersAndText(sheets)] },
  ).toBuffer()
  return zipSync(unzipSync(stored), { mtime: NO_TIME, level: 6 })
}
