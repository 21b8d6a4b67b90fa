import { html, type SafeHtml } from '../../kernel/safe-html.ts'
import type { StepRow } from './step-row.ts'

/** One step with its tick box; `target` names whose step it is, for what the browser keeps. Usable without a script, on paper too. */
export const stepMarkup = (step: StepRow, target: string, extra: SafeHtml = html``): SafeHtml =>
  html`<li class="step">
    <label
      ><input type="checkbox" data-step="${step.id}" data-target="${target}" ${step.done ? html` checked` : html``} />
      <span>${step.text}</span></label
    >
    <div class="who">${step.who}</div>
    ${step.commands.map((lines) => html`<pre>${lines.map((line) => html`${line} `)}</pre>`)}${
      step.details.length === 0
        ? html``
        : html`<dl>
            ${step.details.map(
              ([label, words]) =>
                html`<dt>${label}</dt>
                  <dd>${words}</dd>`,
            )}
          </dl>`
    }${extra}
  </li> `
