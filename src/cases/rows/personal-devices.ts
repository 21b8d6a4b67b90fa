import type { LoginTable } from './login-table.ts'

/** A household shares a tablet; a shop's terminal, a class room's machines and a call centre's are nobody's own. */
const MOST_ACCOUNTS = 6

type PersonalTable = Pick<LoginTable, 'size' | 'device' | 'devices' | 'account'>

/** Scores and readers of one table ask for the same. */
const known = new WeakMap<PersonalTable, Uint8Array>()

/**
 * By device id: 1 where so few accounts use it that it tells its owner (a cookie, an installation id, a registered machine). An id that
 * many share, or that is only the name of a model, tells nobody.
 */
export const findPersonalDevices = (table: PersonalTable): Uint8Array => {
  let personal = known.get(table)
  if (personal === undefined) known.set(table, (personal = lookThrough(table)))
  return personal
}

const lookThrough = ({ size, device, devices, account }: PersonalTable): Uint8Array => {
  const personal = new Uint8Array(devices.size).fill(1)
  if (devices.size === 0) return personal
  const first = new Int32Array(devices.size).fill(-1)
  const more = new Map<number, Set<number>>()
  for (let row = 0; row < size; row += 1) {
    const at = device.get(row)
    const who = account.get(row)
    if (at < 0 || who < 0 || first[at] === who || personal[at] === 0) continue
    if (first[at] === -1) first[at] = who
    else {
      const others = more.get(at)
      if (others === undefined) more.set(at, new Set([who]))
      else if (others.add(who).size >= MOST_ACCOUNTS) personal[at] = 0
    }
  }
  return personal
}
