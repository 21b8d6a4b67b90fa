import { formatCount } from '../../i18n/quantity.ts'
import { html, type HtmlPart, type SafeHtml } from '../../kernel/safe-html.ts'

/** A table that scrolls inside its own frame; numbers are grouped and set to the right. Empty without rows. */
export const dataTable = (head: readonly string[], rows: readonly (readonly HtmlPart[])[]): SafeHtml => {
  if (rows.length === 0) return html``
  const cell = (value: HtmlPart): SafeHtml =>
    typeof value === 'number' ? html`<td class="number">${formatCount(value)}</td>` : html`<td>${value}</td>`
  const isNumber = (column: number): boolean => typeof rows[0]?.[column] === 'number'
  const heads = head.map((name, column) =>
    isNumber(column) ? html`<th scope="col" class="number">${name}</th>` : html`<th scope="col">${name}</th>`,
  )
  return html`<div class="sheet">
    <table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`
}
