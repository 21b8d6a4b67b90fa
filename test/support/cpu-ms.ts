/** Milliseconds of processor time that synchronous work takes: a bound on it holds on a busy machine, too. */
export const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
