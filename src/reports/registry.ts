import type { Report } from './define-report.ts'
import { report as csv } from './csv/index.ts'
import { report as json } from './json/index.ts'
import { report as markdown } from './markdown/index.ts'
import { report as ndjson } from './ndjson/index.ts'
import { report as table } from './table/index.ts'

/** Every built-in report, by id. */
export const reports: readonly Report[] = [csv, json, markdown, ndjson, table]
