import type { CaseDocument, EvidenceRef } from '../model/case.ts'

/** One raw record that something in the case stands on. */
export interface EvidenceRecord {
  /** Event ids, or digests where there are none; one record may hold several events. */
  readonly records: readonly string[]
  readonly line: number
  readonly offset: number
  readonly length: number
  /** Ids of the findings, and ids of the accounts whose reasons cite it. */
  readonly findings: readonly string[]
  readonly accounts: readonly string[]
}

interface Draft extends Omit<EvidenceRecord, 'records' | 'findings' | 'accounts'> {
  readonly records: Set<string>
  readonly findings: Set<string>
  readonly accounts: Set<string>
}

/** By number of the input: every cited record once, in the order in which the records lie there. */
export const planEvidence = ({ findings, accounts }: CaseDocument): ReadonlyMap<number, readonly EvidenceRecord[]> => {
  const inputs = new Map<number, Map<number, Draft>>()
  const cite = ({ record, where: { input, line, offset, length } }: EvidenceRef): Draft => {
    let records = inputs.get(input)
    if (records === undefined) inputs.set(input, (records = new Map()))
    let draft = records.get(offset)
    if (draft === undefined)
      records.set(offset, (draft = { records: new Set(), line, offset, length, findings: new Set(), accounts: new Set() }))
    draft.records.add(record)
    return draft
  }
  for (const { id, evidence } of findings) for (const ref of evidence) cite(ref).findings.add(id)
  for (const { account, reasons } of accounts) {
    for (const ref of reasons.flatMap(({ evidence }) => evidence)) cite(ref).accounts.add(account)
  }
  return new Map(
    [...inputs]
      .toSorted(([left], [right]) => left - right)
      .map(([input, records]) => [
        input,
        [...records.values()]
          .toSorted((left, right) => left.offset - right.offset)
          .map((draft) => ({
            ...draft,
            records: [...draft.records].toSorted(),
            findings: [...draft.findings].toSorted(),
            accounts: [...draft.accounts].toSorted(),
          })),
      ]),
  )
}

/** One line of `90_evidence/index.ndjson`. */
export interface EvidenceLine extends EvidenceRecord {
  readonly file: string
  /** Where the record's bytes begin in that file. */
  readonly at: number
  readonly sha256: string
  readonly input: string
  readonly inputSha256: string | null
}

/** The file of an input's records: numbered as in the document, since names of inputs may be anything. */
export const evidenceFile = (input: number): string => `input-${String(input + 1).padStart(4, '0')}.records`
