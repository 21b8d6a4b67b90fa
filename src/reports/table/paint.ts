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
  return {
    heading: chalk.bold,
    strong: chalk.bold,
    faint: chalk.dim,
    warning: chalk.yellow,
    verdict: { compromised: chalk.red.bold, suspected: chalk.yellow, targeted: chalk.dim, undetermined: chalk.magenta },
    severity: { critical: chalk.red.bold, high: chalk.red, medium: chalk.yellow, low: chalk.cyan, info: chalk.dim },
  }
}
