import { reports } from '../../src/reports/registry.ts'

export const everyReport = await Promise.all([...reports.values()].map((load) => load()))
