import { tmpdir } from 'node:os'
import type { AnalyzeOptions } from '../src/pipeline/options.ts'

/** A run as the command line leaves it when nothing is asked for (the shipped tables, every rule, default parameters), with a fixed clock. */
export const runOptions = (inputs: readonly string[], own: Partial<AnalyzeOptions> = {}): AnalyzeOptions => ({
  inputs,
  cwd: '/',
  format: 'auto',
  ownFormats: [],
  ownRules: [],
  ownProviders: [],
  only: [],
  skip: [],
  parameters: {},
  zone: undefined,
  year: undefined,
  zoneOut: 'UTC',
  lang: 'en',
  trustedProxies: [],
  tmp: tmpdir(),
  nowMs: Date.UTC(2026, 10, 22, 3, 15),
  filters: { accounts: [], ips: [], minSeverity: 'info' },
  toolVersion: '0.0.0',
  ...own,
})
