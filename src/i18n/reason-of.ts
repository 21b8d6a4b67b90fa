import { isMessageId } from './translate.ts'

/** What went wrong, as a `detail` to be worded: the system's code, otherwise the message without what Node wraps around it. */
export const reasonOf = (error: unknown): string => {
  // A code that has words of its own (i18n/catalogue/detail.ts) is said in the reader's language.
  if (error instanceof Error && 'code' in error && isMessageId(`detail.${String(error.code)}`)) return String(error.code)
  const message = error instanceof Error ? error.message : String(error)
  return /^E[A-Z0-9]+: ([^,\n]+)/.exec(message)?.[1] ?? message.split(/ imported from |\n/, 1)[0] ?? ''
}
