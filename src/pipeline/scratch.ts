import { complain } from '../i18n/complaint.ts'
import { createSpool, type Spool } from '../input/spool.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Nobody knows when the last question to a table was asked: its file is closed when nothing refers to it any more. */
const abandoned = new FinalizationRegistry<() => void>((close) => close())

/**
 * The file that rows go to for which there is no room in memory. A disk that is full or a folder that cannot be written to is no fault of
 * the log, whose reading it interrupts: it is said for what it is, and there is no result.
 */
export const openScratch = (folder: string): Spool => {
  const told =
    <Given extends readonly unknown[], Result>(act: (...given: Given) => Result) =>
    (...given: Given): Result => {
      try {
        return act(...given)
      } catch (error) {
        throw complain('complaint.scratch', { path: folder, detail: codeOf(error) })
      }
    }
  const { append, write, read, readInto, ...spool } = told(createSpool)(folder)
  const scratch = { ...spool, append: told(append), write: told(write), read: told(read), readInto: told(readInto) }
  abandoned.register(scratch, spool.close)
  return scratch
}
