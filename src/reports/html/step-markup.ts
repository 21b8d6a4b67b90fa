import { markup, type SafeHtml } from '../../kernel/safe-html.ts'
import type { StepRow } from './step-row.ts'

/** One step with its tick box; `target` names whose step it is, for what the browser keeps. Usable without a script, on paper too. */
export const stepMarkup = (step: StepRow, target: string, extra: SafeHtml = markup``): SafeHtml =>
  markup`<li class="step">
    <label
      ><input type="checkbox" data-step="${step.id}" data-target="${target}" ${step.done ? markup`checked` : markup``} />
      <span>${step.text}</span></label
    >
    <div class="who">${step.who}</div>
    ${step.commands.map((lines) => markup`<pre>${lines.map((line) => markup`${line}\n`)}</pre>`)}${
      step.details.length === 0
        ? markup``
        : markup`<dl>
            ${step.details.map(
              ([label, words]) =>
                markup`<dt>${label}</dt>
                  <dd>${words}</dd>`,
            )}
          </dl>`
    }${extra}
  </li> `
