import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

// As compiled: Node itself detaches buffers where it strips types.
const PLACES_APART = new URL('../../dist/pipeline/places-apart.js', import.meta.url)

/** Looks two addresses up in the other thread, the lower one last, and prints their countries in the order given. */
const SCRIPT = `
  const { openPlacesApart } = await import(${JSON.stringify(PLACES_APART.href)})
  const apart = openPlacesApart({ geoDb: undefined, asnDb: undefined })
  const { geo, geoOf } = await apart.lookUp(Uint32Array.of(0x7e010203, 0x08080808))
  console.log(Array.from(geo, (key) => geoOf(key)?.country).join())
  await apart.close()
`

it('places are looked up apart in any order, and no buffer is detached: compiled code that reads arrays would be thrown away', () => {
  const args = ['--no-warnings', '--trace-protector-invalidation', '--eval', SCRIPT]
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('JP,US\n')
})
