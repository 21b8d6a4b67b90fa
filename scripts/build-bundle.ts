import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))

/**
 * The command and its threads as a few files beside the compiled ones: loading five hundred modules one by one takes longer than a
 * small log. Names and lines are kept, so that a stack trace says something. bin/ashiato.js takes it unless it is out of date.
 */
export const buildBundle = async (): Promise<void> => {
  const bundle = await rolldown({
    input: {
      main: `${DIST}cli/main.js`,
      'read-thread': `${DIST}pipeline/read-thread.js`,
      'place-thread': `${DIST}pipeline/place-thread.js`,
    },
    platform: 'node',
    // Packages stay packages.
    external: /^(?!\.{0,2}\/)[^\0]/,
  })
  // Two folders below the package's own, as the rooms are: addresses of data files stay right.
  await bundle.write({ dir: `${DIST}bundle`, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' })
  await bundle.close()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBundle()
