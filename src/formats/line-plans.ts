import type { LinePlan } from '../model/line-plan.ts'
import type { Format, Shape } from './define-format.ts'

/** How the scanner cuts lines of this shape, if it does. */
export const planOf = (shape: Shape): LinePlan | undefined => (shape.kind === 'text' ? shape.cut : undefined)

/** Of all shapes of these formats, in their order. */
export const linePlans = (formats: readonly Format[]): readonly LinePlan[] =>
  formats.flatMap(({ shapes }) => shapes.map(planOf)).filter((plan) => plan !== undefined)
