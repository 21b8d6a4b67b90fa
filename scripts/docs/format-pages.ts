import { carriedFields } from '../../src/formats/carried-fields.ts'
import type { Format, Zone } from '../../src/formats/define-format.ts'
import { formats } from '../../src/formats/registry.ts'
import { runnableRules } from '../../src/pipeline/runnable-rules.ts'
import { rules } from '../../src/rules/registry.ts'
import { codeSections } from './code-tables.ts'
import { fieldTable, shapeTable } from './format-fields.ts'
import { ignoredText, sampleText, seenCodes } from './format-fixtures.ts'
import { code, list, table } from './markdown.ts'
import { generatedPage, type Page } from './page.ts'

const ZONES: Readonly<Record<Zone, string>> = {
  'in-record': 'Every time says its own offset.',
  utc: "Times without an offset are UTC, by the vendor's documentation.",
  option: 'Times may have no offset: give `--timezone`, otherwise UTC is assumed and the report says so.',
}
const REPEATS: Readonly<Record<Format['repeats'], string>> = {
  never: 'Records carry an id: equal ids at one time are one event, and counted as duplicates.',
  legitimate:
    'Records carry no id of their own, or may repeat: equal lines are separate events. Only a whole file read twice, or the overlap of two files, counts once.',
}
const SUCCESSES: Readonly<Record<Format['successes'], string>> = {
  always: 'The system records successful logins.',
  configurable:
    'The system may be set up to record no successful logins. A log without any gets no account called compromised or safe, only "undetermined".',
}
const NAMES: Readonly<Record<NonNullable<Format['names']>, string>> = {
  exact: 'There is no immutable id: the user name is the account, and case counts.',
  folded: 'There is no immutable id: the user name is the account, without regard to case and width.',
}

const factsOf = (format: Format): readonly string[] => [
  ZONES[format.zone],
  ...format.shapes.flatMap(({ name, zone }) => (zone === undefined || zone === format.zone ? [] : [`${code(name)}: ${ZONES[zone]}`])),
  REPEATS[format.repeats],
  SUCCESSES[format.successes],
  ...(format.names === undefined ? [] : [NAMES[format.names]]),
  ...(format.attempt === undefined
    ? []
    : [
        `Records of one attempt (same ${format.attempt.key.join(', ')}, within ${format.attempt.withinMs / 60_000} minutes) are folded into the events they really were.`,
      ]),
  `Recovery commands: provider ${code(format.provider)}.`,
]

const isUnverified = ({ shapes, unverified = [] }: Format): boolean => unverified.length >= shapes.length

const statusOf = (format: Format): string => {
  const { shapes, unverified = [] } = format
  if (unverified.length === 0) return 'checked against real logs'
  if (isUnverified(format)) return 'from documentation, unverified'
  return `${shapes.length - unverified.length} of ${shapes.length} shapes checked against real logs`
}

const ruleLink = (id: string): string => `[${id}](../rules/${id}.md)`

/** Told by the shorter of the two lists, without a total: a new rule changes the pages of those formats only that it cannot serve. */
const rulesText = (format: Format): string => {
  const runnable = runnableRules(format)
  const others = rules.filter(({ id }) => !runnable.includes(id))
  const aside = 'as far as its fields tell; a particular log may carry less, and is then told so'
  if (others.length === 0) return `Every rule can use records of this format, ${aside}.`
  if (others.length > runnable.length)
    return `Only these rules can use records of this format, ${aside}: ${runnable.map(ruleLink).join(', ')}.`
  const missing = others.map(({ id, needs }) => `${ruleLink(id)} (needs ${needs.join(', ')})`).join(', ')
  return `Every rule but these can use records of this format, ${aside}: ${missing}.`
}

const rulesCell = (format: Format): string => {
  const usable = runnableRules(format).length
  const missing = rules.length - usable
  if (missing === 0) return 'all'
  return missing > usable ? `${usable}` : `all but ${missing}`
}

const codesOf = async (format: Format): Promise<readonly string[]> => {
  const sections = await codeSections(format.id)
  if (sections.length > 0) return sections
  return [`What the record says is read from its text. Codes as they occur in the fixtures:`, seenCodes(format)]
}

/** Shared tables are printed once. */
const SHARED: Readonly<Record<string, string>> = {
  m365: 'Sign-in errors (`ENTRA_ERRORS`) and directory operations (`DIRECTORY_OPERATIONS`) are those of [entra](entra.md).',
}

const formatPage = async (format: Format): Promise<Page> =>
  generatedPage(
    `docs/formats/${format.id}.md`,
    [
      `# ${format.title} (${code(format.id)})`,
      `Status: ${statusOf(format)}. Vendor's reference: <${format.spec}>`,
      '## How to export',
      `${format.howToExport.en}\n\n${format.howToExport.ja}`,
      '## Shapes',
      shapeTable(format),
      '## What to know',
      list(factsOf(format)),
      '## Fields',
      fieldTable(format),
      '## Rules',
      rulesText(format),
      '## Codes',
      ...(SHARED[format.id] === undefined ? [] : [SHARED[format.id] as string]),
      ...(await codesOf(format)),
      'An event name of the login family that is in no table is rejected as `unknown-code`, any other is ignored; an unknown error of a failed login is `other`. All are counted, none is guessed to be a success.',
      '## Ignored',
      "Known records that say nothing about anybody's login or account are counted under a reason:",
      ignoredText(format),
      '## Sample',
      sampleText(format),
    ],
    `${code(`src/formats/${format.id}/`)} and ${code(`fixtures/formats/${format.id}/`)}`,
  )

const mark = (is: boolean): string => (is ? 'yes' : '–')

/** The formats by their titles, each a link; `folder` is where their pages lie, seen from the page that shows it. */
export const formatList = (folder: string): string =>
  formats
    .toSorted((left, right) => left.title.localeCompare(right.title, 'en'))
    .map((format) => `[${format.title}](${folder}${format.id}.md)${isUnverified(format) ? ' †' : ''}`)
    .join(' ·\n')

const formatTable = (): string =>
  table(
    ['Format', 'What', 'Session', 'User agent', 'Place', 'Rules', 'Checked'],
    formats.map((format) => {
      const carried = carriedFields(format)
      const place = carried.has('country') || carried.has('lat')
      const cells = [mark(carried.has('session')), mark(carried.has('userAgent')), place ? 'in the log' : 'by address']
      return [`[${format.id}](${format.id}.md)`, format.title, ...cells, rulesCell(format), statusOf(format)]
    }),
  )

const index = (): Page =>
  generatedPage(
    'docs/formats/README.md',
    [
      '# Formats',
      'A record is recognised by itself: formats may be mixed in one folder, one archive, even one file. "Checked" says whether the shape was read from real logs, or written from documentation only; `ashiato formats` and `ashiato inspect` say the same.',
      formatTable(),
      'Any other log: describe it in a few lines of YAML, [MAPPING.md](../MAPPING.md). A CSV or JSON log whose columns leave no doubt is read without one.',
    ],
    '`src/formats/*/index.ts`',
  )

/** One page per format, and their list. */
export const formatPages = async (): Promise<readonly Page[]> => [index(), ...(await Promise.all(formats.map(formatPage)))]
