import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Preloaded into a measured process: tells the peak of its memory over file descriptor 3.
// Plain JavaScript: reading types would cost the measured process time and memory. Threads load it too; only the process as a whole has a peak.
if (isMainThread)
  process.on('exit', () => {
    writeSync(
      3,
      JSON.stringify({
        peakMb: process.resourceUsage().maxRSS / 1024,
        cpuSeconds: (process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1e6,
      }),
    )
  })
