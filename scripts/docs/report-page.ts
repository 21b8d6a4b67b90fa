import { reports } from '../../src/reports/registry.ts'
import type { Report } from '../../src/reports/define-report.ts'
import { DEMO_CASE } from './demo.ts'
import { code, fence, firstLines } from './markdown.ts'
import { generatedPage, type Page } from './page.ts'
import { runCli } from './run-cli.ts'

const SAMPLE_LINES = 12
const SAMPLE_WIDTH = 160

const cut = (line: string): string => (line.length <= SAMPLE_WIDTH ? line : `${line.slice(0, SAMPLE_WIDTH)}…`)

const sample = async (report: Report, part: string | undefined): Promise<string> => {
  const args = ['--to', report.id, ...(part === undefined ? [] : ['--part', part])]
  const { text } = await runCli([DEMO_CASE, '--quiet', ...args])
  const shown = firstLines(text, SAMPLE_LINES).split('\n').map(cut).join('\n')
  return [code(`ashiato ${DEMO_CASE} ${args.join(' ')}`), fence(shown, 'text')].join('\n\n')
}

const section = async (report: Report): Promise<string> => {
  const parts = report.parts.length === 0 ? [undefined] : report.parts
  const samples: string[] = []
  for (const part of parts) samples.push(await sample(report, part))
  const choice = report.parts.length === 0 ? '' : ` Parts (\`--part\`): ${report.parts.map(code).join(', ')}; the first is the default.`
  return [`## ${code(report.id)}: ${report.title}`, `${report.mediaType}.${choice}`, ...samples].join('\n\n')
}

/** The outputs, each with the beginning of a real one. */
export const reportPage = async (): Promise<Page> => {
  const sections: string[] = []
  for (const load of reports.values()) sections.push(await section(await load()))
  return generatedPage(
    'docs/reports.md',
    [
      '# Outputs',
      `\`--to ID\` chooses an output, \`--output FILE\` writes it to a file that only you may read. On a terminal the default is ${code('table')}, in a pipe ${code('ndjson')}. Words follow \`--lang en|ja\`; column names, ids and codes are never translated. Every time that is shown carries its offset, in the zone of \`--tz-out\`; times in JSON are ISO 8601 with Z. The JSON document is described by [case.schema.json](case.schema.json). Samples are cut after ${SAMPLE_LINES} lines and ${SAMPLE_WIDTH} columns.`,
      ...sections,
    ],
    '`src/reports/*/index.ts`',
  )
}
