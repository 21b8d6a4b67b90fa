import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseDocument } from '../../src/model/case.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { sourceOf } from '../../src/kernel/ip.ts'
import { LEFT_OUT } from './crowdsec-left-out.ts'
import { runOptions } from '../run-options.ts'

/** One alert that CrowdSec's own test expects of a log, and whether a finding or campaign here names its source. */
export interface Expected {
  readonly test: string
  readonly scenario: string
  readonly source: string
  readonly format: string
  readonly found: boolean
  /** Why it is not counted, where it is not. */
  readonly leftOut: string | undefined
}

interface Labels {
  readonly log_file: string
  readonly expected_overflows: readonly { readonly scenario: string; readonly sources: readonly string[] }[]
}

const sourcesOf = ({ findings, campaigns, sessions }: CaseDocument): ReadonlySet<string> =>
  new Set([
    ...findings.flatMap(({ source }) => source ?? []),
    ...campaigns.flatMap(({ sources }) => sources),
    ...sessions.flatMap(({ ips }) => ips.map(sourceOf)),
  ])

/** Logs of CrowdSec's hub (MIT), of whose format some shape is known here; logs without any expected alert are tests of their parsers. */
export const againstCrowdsec = async (corpus: string | undefined): Promise<readonly Expected[]> => {
  const root = join(corpus ?? '', 'crowdsec-auth-tests')
  if (corpus === undefined || !existsSync(root)) return []
  const results: Expected[] = []
  for (const test of readdirSync(root).toSorted()) {
    const labels = join(root, test, 'labels.json')
    if (!existsSync(labels)) continue
    const { log_file: file, expected_overflows: overflows } = JSON.parse(readFileSync(labels, 'utf8')) as Labels
    if (overflows.length === 0) continue
    const { document } = await analyze(runOptions([join(root, test, file)], { year: 2024 }))
    const [input] = document.run.inputs
    if (input === undefined || input.events === 0 || input.format === null || input.format === 'generic') continue
    const sources = sourcesOf(document)
    for (const { scenario, sources: wanted } of overflows)
      for (const source of wanted)
        results.push({
          test,
          scenario,
          source,
          format: input.format,
          // One line owns a whole /64 of IPv6: that is what is counted and named here.
          found: sources.has(sourceOf(source)),
          leftOut: LEFT_OUT[`${test} ${scenario}`],
        })
  }
  return results
}
