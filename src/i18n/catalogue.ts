import type { Messages } from '../model/finding.ts'
import { bulkMessages } from './catalogue/bulk.ts'
import { caveatMessages } from './catalogue/caveat.ts'
import { campaignMessages } from './catalogue/campaign.ts'
import { carriedMessages } from './catalogue/carried.ts'
import { caseFolderMessages } from './catalogue/case-folder.ts'
import { caseTableMessages } from './catalogue/case-table.ts'
import { cliMessages } from './catalogue/cli.ts'
import { detailMessages } from './catalogue/detail.ts'
import { complaintMessages } from './catalogue/complaint.ts'
import { documentMessages } from './catalogue/document.ts'
import { figureMessages } from './catalogue/figure.ts'
import { headlineMessages } from './catalogue/headline.ts'
import { htmlMessages } from './catalogue/html.ts'
import { ignoredMessages } from './catalogue/ignored.ts'
import { inputMessages } from './catalogue/input.ts'
import { qualityMessages } from './catalogue/input-quality.ts'
import { reasonMessages } from './catalogue/reason.ts'
import { inspectMessages } from './catalogue/inspect.ts'
import { rejectMessages } from './catalogue/reject.ts'
import { reportMessages } from './catalogue/report.ts'
import { simulateMessages } from './catalogue/simulate.ts'
import { summaryMessages } from './catalogue/summary.ts'
import { tryMessages } from './catalogue/try.ts'
import { eventWords, vocabularyMessages } from './catalogue/vocabulary.ts'
import { workbookMessages } from './catalogue/workbook.ts'

const rooms = [
  vocabularyMessages,
  eventWords,
  summaryMessages,
  headlineMessages,
  reasonMessages,
  caseTableMessages,
  caveatMessages,
  campaignMessages,
  carriedMessages,
  caseFolderMessages,
  bulkMessages,
  cliMessages,
  complaintMessages,
  inspectMessages,
  qualityMessages,
  tryMessages,
  ignoredMessages,
  rejectMessages,
  reportMessages,
  htmlMessages,
  figureMessages,
  documentMessages,
  workbookMessages,
  simulateMessages,
] as const

type IdsOf<Room> = Room extends unknown ? keyof Room : never

/** Every id that can be said; an unknown one is a type error. Notes, errors of inputs and details are open: see catalogue/input.ts and detail.ts. */
export type MessageId = IdsOf<(typeof rooms)[number]> | `note.${string}` | `input-error.${string}` | `detail.${string}`

type Text = Messages[string]

/** All sentences of the house, by id. A map: an object of two thousand members takes ten times as long to make, in every start. */
export const catalogue: ReadonlyMap<string, Text> = new Map(
  [...rooms, inputMessages, detailMessages].flatMap((room) => Object.entries<Text>(room)),
)
