import type { Finding } from '../../model/finding.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { AttackSource } from '../sources/attack-source.ts'

const BURST_RULE = 'failure-burst'

/** What a campaign says of an address in full needs no finding that it also failed quickly. */
export const withoutToldBursts = (
  findings: readonly Finding[],
  sources: ReadonlyMap<number, AttackSource>,
  read: RowReader,
): readonly Finding[] => findings.filter(({ rule, rows }) => rule !== BURST_RULE || !rows.some((row) => sources.has(read.source(row))))
