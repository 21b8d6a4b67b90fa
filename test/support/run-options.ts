import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runOptions as plainOptions } from '../../bench/run-options.ts'
import { geoTableLookup, type GeoTableRow } from './geo-table.ts'
import type { AnalyzeOptions } from '../../src/pipeline/options.ts'

const GEO_TABLE = fileURLToPath(new URL('../../fixtures/geo/table.json', import.meta.url))

/** Documentation addresses lie where fixtures/geo says; real databases do not know them. */
const documentationGeo = geoTableLookup(JSON.parse(readFileSync(GEO_TABLE, 'utf8')) as GeoTableRow[])

/** The options of a run as the command line leaves them when nothing is asked for, with a fixed clock. */
export const runOptions = (inputs: readonly string[], own: Partial<AnalyzeOptions> = {}): AnalyzeOptions =>
  plainOptions(inputs, {
    geoLookup: documentationGeo,
    // Logs of tests are small: left to itself, a run would never scan them.
    readWhole: false,
    toolVersion: 'test',
    ...own,
  })
