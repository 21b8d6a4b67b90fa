import { complain } from '../../i18n/complaint.ts'

/** `[option as written, was it given?]` */
type Given = readonly (readonly [option: string, isGiven: boolean])[]

/** Refuses options that do nothing without another one: what was asked for and not done would be passed over in silence. */
export const checkNeeded = (given: Given, needed: string): void => {
  const option = given.find(([, isGiven]) => isGiven)?.[0]
  if (option !== undefined) throw complain('complaint.needed-with', { option, needed })
}
