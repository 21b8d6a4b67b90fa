/** What may stand beside a login from a new address. */
export const TRACES = ['failed', 'barren', 'reset', 'changed'] as const
export type Trace = (typeof TRACES)[number]

/**
 * How many thieves do what takes an account over, at once: an assumption (of the manual hijackers a minority locks the owner out, Bursztein
 * et al., IMC 2014). Failures are no such act: owners mistype at new places, and others fail at shared addresses.
 */
export const THIEVES_SHARE: Readonly<Partial<Record<Trace, number>>> = { reset: 0.15, changed: 0.3 }
