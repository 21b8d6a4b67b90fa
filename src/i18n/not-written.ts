import { complain } from './complaint.ts'
import { reasonOf } from './reason-of.ts'

/** What to throw when something could not be written: a full disk is the user's to mend, anything but the file system's own errors a bug. */
export const notWritten = (path: string, error: unknown): unknown =>
  error instanceof Error && 'syscall' in error ? complain('complaint.not-written', { path, detail: reasonOf(error) }, 3) : error
