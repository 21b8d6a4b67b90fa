import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'

/** Marks that are no bars look in the legend as they do in the drawing. */
const SHAPES: Readonly<Record<string, SafeHtml>> = {
  'mark-change': markup`<path class="mark-change" d="M6 0l6 6l-6 6l-6-6z" />`,
  'mark-loss': markup`<circle class="mark-loss" cx="6" cy="6" r="6" />`,
}

/** Swatches with words, then a remark. */
export const legend = (entries: readonly (readonly [css: string, words: string])[], remark: string): SafeHtml =>
  markup`<span class="legend"
    >${entries.map(
      ([css, words]) =>
        markup`<span class="key"
          ><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
            ${SHAPES[css] ?? markup`<rect class="${css}" x="0" y="0" width="12" height="12" />`}</svg
          >${words}</span
        >`,
    )}<span class="key">${remark}</span></span
  >`
