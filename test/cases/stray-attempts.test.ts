import { describe, expect, it } from 'vitest'
import { findStrayAttempts, type StrayContext } from '../../src/cases/sources/stray-attempts.ts'

/** One event of the only account, by the numbers that dictionaries give: 0 is the first value of a log, −1 none. */
interface Row {
  readonly is: 'success' | 'attempt'
  readonly source: number
  readonly network: number
  readonly agent: number
  readonly device?: number
}

const strayOf = (rows: readonly Row[]): readonly number[] => {
  const at = (row: number): Row => rows[row] ?? { is: 'attempt', source: -1, network: -1, agent: -1 }
  const context = {
    table: {
      size: rows.length,
      accounts: { size: 1 },
      account: { get: () => 0 },
      name: { get: () => -1 },
      places: { sources: { size: 16 } },
      names: { get: () => undefined },
      userAgent: { get: () => 0 },
      device: { get: (row: number) => at(row).device ?? -1 },
    },
    byAccount: { of: () => Int32Array.from(rows.keys()) },
    read: {
      source: (row: number) => at(row).source,
      network: (row: number) => at(row).network,
      agent: (row: number) => at(row).agent,
      isAttempt: (row: number) => at(row).is === 'attempt',
      isSuccess: (row: number) => at(row).is === 'success',
      isPasswordKnown: () => false,
      isLogin: () => true,
      time: (row: number) => row,
    },
    isHouseProgram: () => false,
  } as unknown as StrayContext
  return [...findStrayAttempts(context).rows]
}

const HOME: Row = { is: 'success', source: 0, network: 0, agent: 0 }
const tried = (row: Partial<Row>): Row => ({ ...HOME, is: 'attempt', source: 1, ...row })

describe('attempts that an owner explains', () => {
  it.each([
    ['at an address where the account gets in', { source: 0, network: 3, agent: 3 }, []],
    ['from a network of its own with the program that it has there, the first of each in the log', {}, []],
    ['from that network with another program', { agent: 1 }, [1]],
    ['from another network with that program', { network: 1 }, [1]],
    ['from nowhere that is known', { network: -1 }, [1]],
  ] as const)('%s', (_, row, stray) => expect(strayOf([HOME, tried(row)])).toEqual(stray))

  it('a program that nobody tells is one like others, in a network that is known', () => {
    const home = { ...HOME, agent: -1 }
    expect(strayOf([home, tried({ agent: -1 })])).toEqual([])
    expect(strayOf([home, tried({ agent: -1, network: 1 })])).toEqual([1])
  })

  it('two networks that are not known are not one', () => {
    expect(strayOf([{ ...HOME, network: -1 }, tried({ network: -1 })])).toEqual([1])
  })

  it('a device that gets in is its own anywhere; that none is told is no device', () => {
    expect(strayOf([{ ...HOME, device: 0 }, tried({ network: 1, device: 0 })])).toEqual([])
    expect(strayOf([HOME, tried({ network: 1 })])).toEqual([1])
  })
})
