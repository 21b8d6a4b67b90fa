import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

// As compiled: Node itself detaches buffers where it strips types.
const PLACES_APART = new URL('../../dist/pipeline/places-apart.js', import.meta.url)

/** What is asked of a thread that is gone: before it went, and after. */
const GONE = `
  const { openPlacesApart } = await import(${JSON.stringify(PLACES_APART.href)})
  const apart = openPlacesApart({ geoDb: undefined, asnDb: undefined })
  const before = apart.lookUp(Uint32Array.of(0x08080808)).catch((error) => console.log(error.message))
  await apart.close()
  await before
  await apart.lookUp(Uint32Array.of(0x08080808)).catch((error) => console.log(error.message))
`

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

it('a thread that is gone refuses what it is asked: nobody waits for it, and nothing is taken for a place that is not known', () => {
  const said = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', GONE], { encoding: 'utf8' })
  // 0 or 1, by how far the thread had come when it was ended.
  expect(said).toMatch(/^(?:the thread that looks up places ended early \([01]\)\n){2}$/)
})
