/** What went wrong, without the code and the call that Node wraps around it: `no such file or directory`. */
export const reasonOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  return /^E[A-Z0-9]+: ([^,\n]+)/.exec(message)?.[1] ?? message.split(/ imported from |\n/, 1)[0] ?? ''
}
