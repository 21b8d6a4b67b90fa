import { safeText } from '../../kernel/safe-text.ts'
import type { CaseStep, RenderOptions } from '../../model/case.ts'
import { stepRow, type StepRow } from './step-row.ts'
import { createStringTable } from './string-table.ts'

/** Stands for the account's own text in a shared text; `safeText` never lets it through, so it cannot be mistaken. */
const OWN = '\u0001'
const BETWEEN = '\u0002'

const safeAll = (texts: readonly string[]): readonly string[] => texts.map((text) => safeText(text))
const withoutOwn = (text: string, own: string): string => (own === '' ? text : text.replaceAll(own, OWN))

/** A step as the page holds it, with the account taken out of its commands: then most accounts have the same steps. */
const sharedStep = (step: StepRow, own: string): string =>
  JSON.stringify({
    ...step,
    text: safeText(step.text),
    who: safeText(step.who),
    commands: step.commands.map((lines) => withoutOwn(safeAll(lines).join('\n'), own)),
    details: step.details.map(safeAll),
  })

/** Everything that the words of a step are made of; equal ones have equal words. */
const keyOf = ({ commands, ...rest }: CaseStep, account: string): string => {
  const texts = commands.flatMap(({ command, permission, note }) => [command, permission ?? BETWEEN, note ?? BETWEEN])
  return `${JSON.stringify(rest)}${BETWEEN}${withoutOwn(texts.join(BETWEEN), account)}`
}

export interface SharedSteps {
  /** The number of a step among all that are written. */
  readonly indexOf: (step: CaseStep, account: string) => number
  /** All of them, as JSON. */
  readonly texts: () => readonly string[]
}

/** Steps of sixty thousand accounts differ in their target only, so each is worded and written once. */
export const createSharedSteps = (options: RenderOptions): SharedSteps => {
  const written = createStringTable()
  const known = new Map<string, number>()
  return {
    indexOf(step, account) {
      const key = keyOf(step, account)
      const place = known.get(key) ?? written.indexOf(sharedStep(stepRow(step, options), safeText(account)))
      known.set(key, place)
      return place
    },
    texts: written.texts,
  }
}
