import { carries, GAP_CLASSES, gapOf, lineDepth, loginsOf, programDepth, varietyOf } from './packed-novelty.ts'
import { createNoveltyRates } from './novelty-rates.ts'

/** Where the program was used: at a known address, at a new one of a known network, at a new network. */
const LINE_CLASSES = 3
const lineClass = (packed: number): number => Math.min(lineDepth(packed), LINE_CLASSES - 1)

export interface Owners {
  /** @param times so many logins look like this. */
  readonly learn: (packed: number, times: number) => void
  /** Chance that the owner's login looks like this. */
  readonly chance: (packed: number) => number
}

type Visit = (which: 'address' | 'network' | 'country' | 'version' | 'kind', variety: number, circumstance: number, isNew: boolean) => void

/** The steps from what is coarse to what is fine: a new network is asked about only at a new address, and so on. */
const eachStep = (packed: number, visit: Visit): void => {
  const line = lineDepth(packed)
  const program = programDepth(packed)
  const gap = gapOf(packed)
  const isAway = line >= 1
  if (carries(packed, 1)) visit('address', varietyOf(packed, 'sources'), gap, isAway)
  if (carries(packed, 2) && isAway) visit('network', varietyOf(packed, 'networks'), gap, line >= 2)
  if (carries(packed, 4) && (line >= 2 || (isAway && !carries(packed, 2))))
    visit('country', varietyOf(packed, 'countries'), gap, line === 3)
  if (!carries(packed, 8)) return
  visit('version', varietyOf(packed, 'texts'), lineClass(packed), program >= 1)
  if (program >= 1) visit('kind', varietyOf(packed, 'kinds'), lineClass(packed), program === 2)
}

/** What owners do, learnt from this log: how often each part of a login is new to an account with such a past. */
export const createOwners = (): Owners => {
  const rates = {
    address: createNoveltyRates(GAP_CLASSES),
    network: createNoveltyRates(GAP_CLASSES),
    country: createNoveltyRates(GAP_CLASSES),
    version: createNoveltyRates(LINE_CLASSES),
    kind: createNoveltyRates(LINE_CLASSES),
  }
  return {
    learn: (packed, times) => {
      const logins = loginsOf(packed)
      eachStep(packed, (which, variety, circumstance, isNew) => rates[which].learn(logins, variety, circumstance, isNew, times))
    },
    chance: (packed) => {
      const logins = loginsOf(packed)
      let product = 1
      eachStep(packed, (which, variety, circumstance, isNew) => {
        const rate = rates[which].rate(logins, variety, circumstance)
        product *= isNew ? rate : 1 - rate
      })
      return product
    },
  }
}
