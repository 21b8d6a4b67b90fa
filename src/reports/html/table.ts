import { formatCount } from '../../i18n/quantity.ts'
import { markup, type HtmlPart, type SafeHtml } from '../../kernel/safe-html.ts'

/** A table that scrolls inside its own frame; numbers are grouped and set to the right. Empty without rows. */
export const dataTable = (head: readonly string[], rows: readonly (readonly HtmlPart[])[]): SafeHtml => {
  if (rows.length === 0) return markup``
  const cell = (value: HtmlPart): SafeHtml =>
    typeof value === 'number' ? markup`<td class="number">${formatCount(value)}</td>` : markup`<td>${value}</td>`
  const isNumber = (column: number): boolean => typeof rows[0]?.[column] === 'number'
  const heads = head.map((name, column) =>
    isNumber(column) ? markup`<th scope="col" class="number">${name}</th>` : markup`<th scope="col">${name}</th>`,
  )
  return markup`<div class="sheet">
    <table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            markup`<tr>
              ${row.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`
}
