import { carriedFields } from '../formats/carried-fields.ts'
import type { Format } from '../formats/define-format.ts'
import { rules } from '../rules/registry.ts'
import type { NeededField } from '../rules/define-rule.ts'

/** What a format must declare for a need to be met; geo and network are derived from the address. */
const MET_BY: Readonly<Partial<Record<NeededField, readonly string[]>>> = {
  ip: ['ip'],
  network: ['ip', 'asn'],
  geo: ['ip', 'lat'],
  session: ['session'],
  userAgent: ['userAgent'],
  device: ['device'],
  account: ['account', 'username'],
  username: ['username', 'account'],
}

/** Rules that records of a format can feed, as far as its declaration tells. */
export const runnableRules = (format: Format): readonly string[] => {
  const carried = carriedFields(format)
  return rules
    .filter(({ needs }) =>
      needs.every((need) => (MET_BY[need] ?? []).length === 0 || MET_BY[need]?.some((field) => carried.has(field as never)) === true),
    )
    .map(({ id }) => id)
}
