import { fstatSync, readdirSync, readFileSync, readlinkSync, writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Bytes of files without a name that the process has open: its scratch file is never shortened, so this is the most it took. Linux only. */
const scratchBytes = () => {
  try {
    const open = readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return /\/ashiato-[0-9a-f]+ \(deleted\)$/.test(readlinkSync(`/proc/self/fd/${fd}`))
      } catch {
        return false
      }
    })
    return open.reduce((sum, fd) => sum + fstatSync(Number(fd)).blocks * 512, 0)
  } catch {
    return 0
  }
}

// Preloaded into a measured process: tells the peak of its memory, and what it spilled, over file descriptor 3.
// Plain JavaScript: reading types would cost the measured process time and memory. Threads load it too; only the process as a whole has a peak.

// What Linux says of a child's peak begins with its parent's memory, because the child starts as a copy; VmHWM begins anew with the program.
const peakKb = () => {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}

if (isMainThread)
  process.on('exit', () => {
    writeSync(
      3,
      JSON.stringify({
        peakMb: peakKb() / 1024,
        scratchMb: scratchBytes() / 1e6,
        cpuSeconds: (process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1e6,
      }),
    )
  })
