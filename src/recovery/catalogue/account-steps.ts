import type { StepTemplate } from '../step-template.ts'
import { containSteps } from './contain.ts'
import { evictSteps } from './evict.ts'
import { notifySteps } from './notify.ts'
import { preserveSteps } from './preserve.ts'
import { recoverSteps } from './recover.ts'

const all = { ...preserveSteps, ...containSteps, ...evictSteps, ...recoverSteps, ...notifySteps } as const

/** `R2`, or `R2.next-login` for a variant. */
export type StepId = keyof typeof all
type BaseOf<Id extends string> = Id extends `${infer Base}.${string}` ? Base : Id
/** A step without its variant: what order rules speak of. */
export type Base = BaseOf<StepId>

/** Every step that one account can get. */
export const ACCOUNT_STEPS: Readonly<Record<StepId, StepTemplate>> = all

export const baseOf = (id: StepId): Base => id.split('.')[0] as Base
