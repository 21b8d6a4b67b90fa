import type { EventTable } from '../../order/event-table.ts'
import { findPersonalDevices } from '../personal-devices.ts'
import type { Logins } from './logins.ts'
import { createSeenValues } from './seen-values.ts'

/** The machine: the log or the account's past has no id to compare with, one the account had before, another. */
export const MACHINE = { unknown: 0, known: 1, fresh: 2 } as const

/** By position in `Logins`. */
export const machinesOfLogins = (table: EventTable, { size, starts, row }: Logins): Uint8Array => {
  const machine = new Uint8Array(size)
  if (table.devices.size === 0) return machine
  const personal = findPersonalDevices(table)
  const seen = createSeenValues()
  for (let account = 0; account + 1 < starts.length; account += 1) {
    seen.clear()
    for (let at = starts[account] as number; at < (starts[account + 1] as number); at += 1) {
      const key = table.device.get(row[at] as number)
      if (key < 0 || personal[key] === 0) continue
      if (seen.size() > 0) machine[at] = seen.has(key) ? MACHINE.known : MACHINE.fresh
      seen.add(key)
    }
  }
  return machine
}
