import type { Network } from '../model/event.ts'

interface Facts {
  readonly size: () => number
  readonly get: (key: number) => Network | undefined
}

/** Of two names that a log gives one number, the same whatever came first. */
const lesser = (one: string | undefined, other: string): string => (one === undefined || other < one ? other : one)

/**
 * One name for all the numbers of an operator: a carrier announces its addresses under several, and whoever gets another one of them is
 * still its customer. Where no organisation is known, the number is the name.
 */
export const operatorNames = (facts: Facts): readonly (string | undefined)[] => {
  const all = Array.from({ length: facts.size() }, (_, key) => facts.get(key))
  const organisations = new Map<number, string>()
  for (const network of all)
    if (network?.asn !== undefined && network.org !== undefined)
      organisations.set(network.asn, lesser(organisations.get(network.asn), network.org))
  return all.map((network) => (network?.asn === undefined ? network?.org : (organisations.get(network.asn) ?? `AS${network.asn}`)))
}
