import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { leftOver } from '../../scripts/prune-dist.ts'
import { tempFolder } from '../support/temp-folder.ts'

it('what was compiled of sources that are gone is left over, and nothing else', () => {
  const folder = tempFolder()
  const write = (path: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), '')
  }
  for (const path of ['src/index.ts', 'src/cli/main.ts']) write(path)
  for (const path of ['index.js', 'index.d.ts', 'cli/main.js', 'cli/old.js', 'cli/old.d.ts', 'gone/away.js']) write(`dist/${path}`)
  for (const path of ['bundle/main.js', 'bundle/compiled/x.js', 'data/asn.bin', 'data/made.js']) write(`dist/${path}`)
  expect(leftOver(join(folder, 'dist'), join(folder, 'src')).toSorted()).toEqual(['cli/old.d.ts', 'cli/old.js', 'gone/away.js'])
})
