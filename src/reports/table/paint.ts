import { Chalk } from 'chalk'
import type { Severity, Verdict } from '../../model/vocabulary.ts'

type Paint = (text: string) => string

/** Colours of one rendering; without colour every one of them returns its text unchanged. */
export interface Palette {
  readonly heading: Paint
  readonly strong: Paint
  readonly faint: Paint
  readonly warning: Paint
  readonly verdict: Readonly<Record<Verdict, Paint>>
  readonly severity: Readonly<Record<Severity, Paint>>
}

/** The palette for a terminal with or without colour. Never asks the environment: the caller decided. */
export const createPalette = (color: boolean): Palette => {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  // chalk joins all its arguments: without this, `lines.map(palette.strong)` would print the index too.
  const one =
    (style: Paint): Paint =>
    (text) =>
      style(text)
  const [bold, faint, yellow, alarm] = [one(chalk.bold), one(chalk.dim), one(chalk.yellow), one(chalk.red.bold)]
  return {
    heading: bold,
    strong: bold,
    faint,
    warning: yellow,
    verdict: { compromised: alarm, suspected: yellow, targeted: faint, undetermined: one(chalk.magenta) },
    severity: { critical: alarm, high: one(chalk.red), medium: yellow, low: one(chalk.cyan), info: faint },
  }
}
