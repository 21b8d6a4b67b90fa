import { createGunzip, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gunzipPump } from '../../src/input/gunzip-pump.ts'
import { streamPump, type Pump } from '../../src/input/stream-pump.ts'

interface Unpacked {
  readonly content: Buffer
  readonly behind: Buffer
  readonly failure: unknown
}

/** All that a pump makes of these writes, and what it leaves of the one in which the stream ends. */
const unpack = async (pump: Pump, writes: readonly Buffer[]): Promise<Unpacked> => {
  const parts: Buffer[] = []
  const take = async (pieces: AsyncGenerator<Buffer, Buffer | void>): Promise<Buffer> => {
    for (;;) {
      const { done, value } = await pieces.next()
      if (done === true) return value ?? Buffer.alloc(0)
      // Good until the next one is asked for.
      parts.push(Buffer.from(value))
    }
  }
  let behind = Buffer.alloc(0)
  let failure: unknown
  try {
    for (const write of writes) {
      behind = Buffer.from(await take(pump.push(write)))
      if (behind.length > 0) break
    }
    if (behind.length === 0) await take(pump.finish())
  } catch (error) {
    failure = error
  } finally {
    pump.close()
  }
  return { content: Buffer.concat(parts), behind, failure }
}

const bothWays = async (writes: readonly Buffer[]): Promise<{ readonly here: Unpacked; readonly stream: Unpacked }> => {
  const here = gunzipPump(createGunzip())
  if (here === undefined) throw new Error('the pinned Node is the one that is known')
  return { here: await unpack(here, writes), stream: await unpack(streamPump(createGunzip()), writes) }
}

const cutAt = (bytes: Buffer, cuts: readonly number[]): readonly Buffer[] => {
  const places = [...new Set([0, ...cuts.map((cut) => cut % bytes.length), bytes.length])].toSorted((one, other) => one - other)
  return places.slice(1).map((place, index) => bytes.subarray(places[index], place))
}

/** Up to several times what is unpacked at once. */
const contents = fc
  .tuple(fc.uint8Array({ minLength: 1, maxLength: 2000 }), fc.integer({ min: 1, max: 2000 }))
  .map(([bytes, times]) => Buffer.concat(Array.from({ length: times }, () => bytes)))
const cuts = fc.array(fc.nat({ max: 1 << 24 }), { maxLength: 6 })

describe('unpacking gzip here and now', () => {
  it('gives what the stream gives, and what was packed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(contents, { minLength: 1, maxLength: 3 }),
        cuts,
        fc.uint8Array({ maxLength: 40 }),
        async (members, at, tail) => {
          const packed = Buffer.concat([...members.map((content) => gzipSync(content)), Buffer.from([0, ...tail])])
          const { here, stream } = await bothWays(cutAt(packed, at))
          expect(here.content.equals(Buffer.concat(members))).toBe(true)
          expect(here).toEqual(stream)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('tells a cut and damage as the stream does, and gives nothing but what was packed before', async () => {
    await fc.assert(
      fc.asyncProperty(contents, cuts, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), async (content, at, place, isCut) => {
        const whole = gzipSync(content)
        const from = Math.min(whole.length - 1, Math.max(1, Math.floor(place * whole.length)))
        const packed = Buffer.from(isCut ? whole.subarray(0, from) : whole)
        if (!isCut) packed[from] = (packed[from] ?? 0) ^ 0x55
        const { here, stream } = await bothWays(cutAt(packed, at))
        expect(here.failure).toEqual(stream.failure)
        // The sum stands at the end: what damage in the middle makes of the bytes is only known then.
        if (isCut) expect(content.subarray(0, here.content.length).equals(here.content)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('loses no more than two megabytes before damage', async () => {
    const content = Buffer.from(Array.from({ length: 400_000 }, (_, n) => `line ${n * 7919}\n`).join(''))
    const packed = gzipSync(content)
    const damaged = Buffer.from(packed)
    damaged.fill(0xff, packed.length >> 1, (packed.length >> 1) + 64)
    const { here, stream } = await bothWays(cutAt(damaged, [65_536, 131_072, 196_608, 262_144, 327_680]))
    expect(here.failure).toEqual(stream.failure)
    expect(here.failure).toMatchObject({ inputError: 'corrupt-archive' })
    const same = here.content.findIndex((byte, index) => byte !== content[index])
    expect(same === -1 ? here.content.length : same).toBeGreaterThan(content.length / 2 - 2 * (1 << 20))
  })
})
