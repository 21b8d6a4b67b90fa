import { readFileSync, writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Preloaded into a measured process: tells the peak of its memory over file descriptor 3.
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
        cpuSeconds: (process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1e6,
      }),
    )
  })
