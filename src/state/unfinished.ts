import { rmSync } from 'node:fs'

/** Folders that are being written: half of a case is none, and names people all the same. */
const unfinished = new Set<string>()

export const beginFolder = (path: string): void => {
  unfinished.add(path)
}

export const endFolder = (path: string): void => {
  unfinished.delete(path)
}

/** For a run that is stopped from outside: nothing half-written stays behind. At once, because nothing else will be waited for. */
export const removeUnfinished = (): void => {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  unfinished.clear()
}
