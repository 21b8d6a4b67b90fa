import { say } from '../../i18n/translate.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { ProgressReport } from '../../pipeline/analyze.ts'
import type { Io } from '../io.ts'

const REDRAW_MS = 200
const MEGA = 1e6
const CLEAR = '\r\u001b[2K'

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

const line = (report: ProgressReport, elapsedMs: number): string => {
  const seconds = Math.max(0.001, elapsedMs / 1000)
  const share = report.totalBytes === undefined || report.totalBytes === 0 ? undefined : report.bytes / report.totalBytes
  const left = share === undefined || share <= 0 ? '' : `  ${Math.floor(share * 100)}%  ETA ${clock((seconds / share) * (1 - share))}`
  return `${(report.bytes / MEGA).toFixed(0)} MB  ${Math.round(report.events / seconds).toLocaleString('en')} events/s${left}`
}

export interface Progress {
  readonly update: (report: ProgressReport) => void
  readonly clear: () => void
}

const SILENT: Progress = { update: () => undefined, clear: () => undefined }

/** One line on stderr that redraws itself; only on a terminal, only for work that takes long enough to be watched. */
export const createProgress = (io: Io, { quiet, lang }: { readonly quiet: boolean; readonly lang: Lang }): Progress => {
  if (quiet || io.stderr.isTTY !== true) return SILENT
  const started = io.nowMs()
  let drawn = started
  let shown = false
  return {
    update: (report) => {
      const now = io.nowMs()
      // After the last byte come the rules, which let nothing be drawn: what is being done then is said before.
      const isRead = shown && report.bytes === report.totalBytes
      if (now - drawn < REDRAW_MS && !isRead) return
      drawn = now
      shown = true
      io.stderr.write(CLEAR + (isRead ? say('cli.judging', { events: report.events }, { lang, zone: 'UTC' }) : line(report, now - started)))
    },
    clear: () => {
      if (shown) io.stderr.write(CLEAR)
    },
  }
}
