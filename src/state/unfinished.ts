import { rmSync } from 'node:fs'

/** What is being written and must not outlive the run: half of a case is none and names people all the same, a lock would keep others out. */
const unfinished = new Set<string>()

export const begin = (path: string): void => {
  unfinished.add(path)
}

export const end = (path: string): void => {
  unfinished.delete(path)
}

/** For a run that is stopped from outside: nothing half-written stays behind. At once, because nothing else will be waited for. */
export const removeUnfinished = (): void => {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  unfinished.clear()
}
