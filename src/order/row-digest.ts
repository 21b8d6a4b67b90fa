import { mix } from '../kernel/hash.ts'
import type { Dictionaries, StoredColumns } from './log-columns.ts'

/** Digest of a row's decoded fields: two 32-bit numbers, the same wherever the record stood and whatever was read before it. */
export type RowDigest = (row: number) => readonly [number, number]

export const rowDigest = (columns: StoredColumns, dictionaries: Dictionaries): RowDigest => {
  const { time, cls, account, name, place, userAgent, session, device, client, actor, scope, port } = columns
  const { classes, ids, names, places, userAgents, sessions, devices, clients, actors, scopes } = dictionaries
  return (row) => {
    const at = time.get(row)
    let first = mix(0x51ed270b, at % 4294967296)
    let second = mix(0x2127599b, Math.floor(at / 4294967296))
    const stir = (hash: number): void => {
      first = mix(first, hash)
      second = mix(second, first ^ Math.imul(hash, 0x9e3779b1))
    }
    stir(classes.hashOf(cls.get(row)))
    stir(ids.hashOf(account.get(row)))
    stir(names.hashOf(name.get(row)))
    stir(places.hashOf(place.get(row)))
    stir(userAgents.hashOf(userAgent.get(row)))
    stir(sessions.hashOf(session.get(row)))
    stir(devices.hashOf(device.get(row)))
    stir(clients.hashOf(client.get(row)))
    stir(actors.hashOf(actor.get(row)))
    stir(scopes.hashOf(scope.get(row)))
    stir(port.get(row))
    return [first >>> 0, second >>> 0]
  }
}
