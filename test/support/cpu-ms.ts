/** Milliseconds of processor time that synchronous work takes: a bound on it holds on a busy machine, too. */
export const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The same for work that waits in between, with what it came to. */
export const cpuMsOf = async <Result>(work: () => Promise<Result>): Promise<{ readonly ms: number; readonly result: Result }> => {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, result }
}
