import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Encoder } from '../../src/simulate/define-encoder.ts'
import { encoders } from '../../src/simulate/encoders/registry.ts'
import type { SimEvent } from '../../src/simulate/event.ts'
import { simulate, type SimulateOptions } from '../../src/simulate/simulate.ts'
import type { Truth } from '../../src/simulate/truth.ts'
import type { World } from '../../src/simulate/world/world.ts'

export const encoderOf = (id: string): Encoder => {
  const found = encoders.find((encoder) => encoder.id === id)
  if (found === undefined) throw new Error(`no encoder ${id}`)
  return found
}

/** A simulated log on disk, with what is true of it. */
export interface WrittenLog {
  readonly path: string
  readonly truth: Truth
  readonly world: World
  readonly accountOf: (person: number) => string
  /** Per victim: own logins before the thief's first. */
  readonly past: ReadonlyMap<number, number>
}

/** Writes the log of a simulation into `folder`; `tell` leaves records or fields of them out. */
export const writeLog = (
  folder: string,
  options: SimulateOptions,
  encoder: Encoder,
  tell: (event: SimEvent) => SimEvent | undefined = (event) => event,
): WrittenLog => {
  const simulation = simulate(options)
  const path = join(folder, encoder.file)
  const file = openSync(path, 'w')
  let lines = encoder.header === undefined ? [] : [encoder.header]
  let serial = 0
  const own = new Map<number, number>()
  const past = new Map<number, number>()
  const remember = ({ action, outcome, person, mark }: SimEvent): void => {
    if (mark?.role === 'hit' && !past.has(person)) past.set(person, own.get(person) ?? 0)
    else if (mark === undefined && action === 'login' && outcome === 'success') own.set(person, (own.get(person) ?? 0) + 1)
  }
  for (const event of simulation.events) {
    serial += 1
    remember(event)
    const told = tell(event)
    const record = told && encoder.encode(told, serial)
    if (record === undefined) continue
    lines.push(record)
    if (lines.length < 5000) continue
    writeSync(file, `${lines.join('\n')}\n`)
    lines = []
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`)
  closeSync(file)
  const { world } = simulation
  return { path, truth: simulation.truth(), world, past, accountOf: (person) => encoder.account(person, world.person(person).name) }
}

/** A folder that is gone afterwards. */
export const inFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'ashiato-evaluate-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
