import { complain } from '../i18n/complaint.ts'
import { reasonOf } from '../i18n/reason-of.ts'
import { createSpool, type Spool } from '../input/spool.ts'

/** Nobody knows when the last question to a table was asked: its file is closed when nothing refers to it any more. */
const abandoned = new FinalizationRegistry<() => void>((close) => close())

/**
 * The file that rows go to for which there is no room in memory. A disk that is full or a folder that cannot be written to is no fault of
 * the log, whose reading it interrupts: it is said for what it is, and there is no result (exit code 2 for the folder, which was chosen; 3 for
 * the disk).
 */
export const openScratch = (folder: string): Spool => {
  const told =
    <Given extends readonly unknown[], Result>(act: (...given: Given) => Result, exitCode: 2 | 3 = 3) =>
    (...given: Given): Result => {
      try {
        return act(...given)
      } catch (error) {
        throw complain('complaint.scratch', { path: folder, detail: reasonOf(error) }, exitCode)
      }
    }
  const { append, write, read, readInto, close, ...spool } = told(createSpool, 2)(folder)
  const scratch: Spool = {
    ...spool,
    append: told(append),
    write: told(write),
    read: told(read),
    readInto: told(readInto),
    close: () => {
      // Closed once: by then its number may be another file's.
      abandoned.unregister(scratch)
      close()
    },
  }
  abandoned.register(scratch, close, scratch)
  return scratch
}
