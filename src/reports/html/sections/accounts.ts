import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { RenderOptions } from '../../../model/case.ts'
import { VERDICTS } from '../../../model/vocabulary.ts'
import { accountMarkup } from '../account-markup.ts'
import type { AccountRow } from '../account-row.ts'
import { DECISIONS } from '../words.ts'

type Choice = readonly [value: string, words: string]

const choice = (id: string, label: string, choices: readonly Choice[]): SafeHtml =>
  markup`<label
    >${label}<select id="${id}">
      ${choices.map(([value, words]) => markup`<option value="${value}">${words}</option>`)}
    </select></label
  >`

const controls = (options: RenderOptions): SafeHtml => {
  const any: Choice = ['', say('html.any', {}, options)]
  const verdicts = VERDICTS.map((verdict): Choice => [verdict, say(`verdict-short.${verdict}`, {}, options)])
  return markup`<form id="controls" hidden>
    <label class="wide">${say('html.search', {}, options)}<input type="search" id="search" autocomplete="off" /></label>
    ${choice('filter-verdict', say('html.filter-verdict', {}, options), [any, ['affected', say('html.affected', {}, options)], ...verdicts])}
    ${choice('filter-class', say('html.filter-class', {}, options), [any, ...(['C', 'B', 'A'] as const).map((name): Choice => [name, `${name} ${say(`class.${name}`, {}, options)}`])])}
    ${choice('filter-decision', say('html.filter-decision', {}, options), [
      any,
      ...DECISIONS.map((state): Choice => [state, say(`decision.${state}`, {}, options)]),
    ])}
    ${choice('sort', say('html.sort', {}, options), [
      ['urgency', say('html.sort-urgency', {}, options)],
      ['time', say('html.sort-time', {}, options)],
      ['account', say('html.sort-account', {}, options)],
    ])}
    <div class="wide buttons">
      <button type="button" id="export-decisions">${say('html.export-decisions', {}, options)}</button
      ><button type="button" id="export-ticks">${say('html.export-ticks', {}, options)}</button>
    </div>
    <p class="wide note" id="kept" role="status"></p>
  </form>`
}

const HEADS = [
  'column.account',
  'column.verdict',
  'column.severity',
  'column.class',
  'column.decision',
  'column.first-suspicious',
  'column.flags',
] as const

/** The account list: controls for the script, and the first accounts written out for readers without one. */
export const accountsSection = (first: readonly AccountRow[], options: RenderOptions): SafeHtml =>
  markup`${controls(options)}
    <noscript><p class="note">${say('html.without-script', { count: first.length }, options)}</p></noscript>
    <p class="note" id="shown" role="status"></p>
    <div class="sheet">
      <div class="lines">
        <div class="heads" aria-hidden="true">${HEADS.map((id) => markup`<span>${say(id, {}, options)}</span>`)}</div>
        <div id="rows">${first.map((row) => accountMarkup(row, options))}</div>
      </div>
    </div>
    <p class="buttons" id="pages" hidden>
      <button type="button" id="previous">${say('html.previous', {}, options)}</button
      ><button type="button" id="next">${say('html.next', {}, options)}</button>
    </p>`
