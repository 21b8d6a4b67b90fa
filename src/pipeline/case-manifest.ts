import type { StoredArchive } from '../input/source.ts'
import { compareInput, type ExpectedHashes } from './expected-hashes.ts'
import type { CaseDocument, CaseInput } from '../model/case.ts'
import type { Handling, Legal, Manifest, Service } from '../model/case-folder.ts'
import type { MessageValue } from '../model/finding.ts'
import type { Lang } from '../model/vocabulary.ts'
import type { Provider } from '../recovery/define-provider.ts'

export interface ManifestParts {
  readonly lang: Lang
  readonly zone: string
  readonly handling: Handling
  readonly legal: Legal
  readonly redaction: Manifest['redaction']
  /** The acquirer's list, where one was given. */
  readonly expected: ExpectedHashes | undefined
  readonly service: Service | undefined
  readonly providers: readonly Provider[]
  readonly recordsSuccesses: boolean
  readonly work: Manifest['work']
  /** The manifest of the revision that stands now, with the hash of its sums. */
  readonly before: { readonly manifest: Manifest; readonly sha256sums: string } | null
  /** Where each input of this run was read. */
  readonly placeOf: (input: CaseInput) => InputPlace
}

/** A file, or a member of an archive on disk; neither: standard input, or not read in this run. */
export interface InputPlace {
  readonly file: string | null
  readonly archive?: StoredArchive
}

const timeOf = (value: MessageValue | undefined): string | undefined =>
  typeof value === 'object' && 'time' in value && typeof value.time === 'string' ? value.time : undefined

type Gap = Manifest['period']['gaps'][number]

/** What is missing from some log, in order; what several logs lack at once is one gap. */
const joinGaps = (gaps: readonly Gap[]): readonly Gap[] =>
  gaps
    .toSorted((left, right) => Date.parse(left.from) - Date.parse(right.from))
    .reduce<Gap[]>((joined, gap) => {
      const last = joined.at(-1)
      if (last === undefined || Date.parse(gap.from) > Date.parse(last.to)) return [...joined, gap]
      const to = Date.parse(gap.to) > Date.parse(last.to) ? gap.to : last.to
      return [...joined.slice(0, -1), { from: last.from, to }]
    }, [])

/** `gap` tells the only one of a log, `gaps` its longest. */
const gapsOf = ({ summary }: CaseDocument): readonly Gap[] =>
  joinGaps(
    summary.caveats
      .filter(({ id }) => /(?:^|-)gaps?$/.test(id))
      .flatMap(({ data }) => {
        const [from, to] = [timeOf(data['from']), timeOf(data['to'])]
        return from === undefined || to === undefined ? [] : [{ from, to }]
      }),
  )

/** What is not said this time stays as it was said before. */
const joinHandling = (now: Handling, before: Handling | undefined): Handling => ({
  collector: now.collector ?? before?.collector ?? null,
  method: now.method ?? before?.method ?? null,
  clockOffset: now.clockOffset ?? before?.clockOffset ?? null,
  mark: now.mark ?? before?.mark ?? null,
  retainUntil: now.retainUntil ?? before?.retainUntil ?? null,
})

/** `MANIFEST.json`: what was read, how, with what, by whom, and what a lookup must say about it. */
export const writeManifest = (document: CaseDocument, parts: ManifestParts): Manifest => {
  const { before } = parts
  const revision = (before?.manifest.revision ?? 0) + 1
  const earlier = new Map(before?.manifest.inputs.map((input) => [`${input.sha256} ${input.path}`, input]))
  return {
    schema: 'ashiato.manifest/1',
    tool: document.tool,
    revision,
    sealed: document.run.now,
    lang: parts.lang,
    zone: parts.zone,
    options: document.run.options,
    rules: document.run.rules.ran,
    inputs: document.run.inputs.map((input) => {
      const { path, bytes, sha256, format } = input
      const { file, archive } = parts.placeOf(input)
      return (
        (file === null && archive === undefined ? earlier.get(`${sha256} ${path}`) : undefined) ?? {
          path,
          file,
          ...(archive === undefined ? {} : { archive: archive.file }),
          bytes,
          sha256,
          format,
          ...(parts.expected === undefined ? {} : { expected: compareInput({ path, sha256, archive }, parts.expected) }),
          revision,
        }
      )
    }),
    handling: joinHandling(parts.handling, before?.manifest.handling),
    legal: parts.legal,
    ...(parts.redaction === undefined ? {} : { redaction: parts.redaction }),
    ...(parts.service === undefined ? {} : { service: parts.service }),
    ...(parts.providers.length === 0 ? {} : { providers: parts.providers }),
    period: {
      first: document.summary.first,
      last: document.summary.last,
      gaps: gapsOf(document),
      recordsSuccesses: parts.recordsSuccesses || before?.manifest.period.recordsSuccesses === true,
      ...(document.summary.caveats.some(({ id }) => id === 'no-addresses') ? { recordsAddresses: false } : {}),
      incomplete: document.summary.incomplete,
    },
    work: parts.work,
    previous: before === null ? null : { revision: before.manifest.revision, sha256sums: before.sha256sums },
  }
}
