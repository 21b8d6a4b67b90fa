import { html, type SafeHtml } from '../../../kernel/safe-html.ts'

/** Swatches with words, then a remark. The swatches differ in shape too where colours alone could not be told apart. */
export const legend = (entries: readonly (readonly [css: string, words: string])[], remark: string): SafeHtml => html`<span class="legend">${entries.map(
  ([css, words]) =>
    html`<span class="key"><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"><rect class="${css}" x="0" y="0" width="12" height="12"/></svg>${words}</span>`,
)}<span class="key">${remark}</span></span>`
