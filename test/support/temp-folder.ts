import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new, empty folder. It lies in the run's own temporary folder (`test/global-setup.ts`), which goes with everything in it. */
export const tempFolder = (): string => mkdtempSync(join(tmpdir(), 'test-'))
