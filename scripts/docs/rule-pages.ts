import { formats } from '../../src/formats/registry.ts'
import { runnableRules } from '../../src/pipeline/runnable-rules.ts'
import { remarkIn, type Remark, type Rule } from '../../src/rules/define-rule.ts'
import { rules } from '../../src/rules/registry.ts'
import { code, list, table } from './markdown.ts'
import { generatedPage, type Page } from './page.ts'

const attackLink = (technique: string): string => `[${technique}](https://attack.mitre.org/techniques/${technique.replace('.', '/')}/)`

const partitionText = ({ partition }: Rule): string => (partition === 'global' ? 'the whole log' : partition.join(' + '))

const WHEN_WORDS: Readonly<Record<string, string>> = { opens: 'begins with outcome' }

const whenText = ({ when }: Rule): string =>
  Object.entries(when)
    .flatMap(([name, values]) =>
      values === undefined ? [] : [`${WHEN_WORDS[name] ?? name} ${values.map((value) => code(value)).join(', ')}`],
    )
    .join('; ')

const formatsOf = ({ id }: Rule): string =>
  formats
    .filter((format) => runnableRules(format).includes(id))
    .map((format) => `[${format.id}](../formats/${format.id}.md)`)
    .join(', ')

const evidenceText = (rule: Rule): string =>
  [
    `Looks at events with ${whenText(rule)}. State is kept per ${partitionText(rule)} (stage ${rule.stage}${rule.after === undefined ? '' : `, after ${rule.after.map((id) => `[${id}](${id}.md)`).join(', ')}`}).`,
    `Needs ${rule.needs.map((need) => code(need)).join(', ')}: a log without them makes the rule *skipped*, said in the report, never "clean".${rule.list === undefined ? '' : ` It runs only with a list of your own, ${code(`--${rule.list}`)} ([lists](../LISTS.md)).`} Formats whose records can feed it: ${formatsOf(rule)}, and any [mapping](../MAPPING.md) with these fields.`,
    `A finding cites up to 20 of the records it stands on (the first ten and the last ten) and counts them all. Reports of one key join one finding until ${code(rule.episode)} passes without another.`,
  ].join('\n\n')

const parameterTable = ({ id, parameters }: Rule): string =>
  table(
    ['Parameter', 'Default', 'Kind', 'Meaning'],
    Object.entries(parameters).map(([name, { default: value, type, en, ja }]) => [
      code(`${id}.${name}`),
      code(String(value)),
      type,
      ja === undefined ? en : `${en}<br>${ja}`,
    ]),
  )

const messageList = ({ messages }: Rule): string => list(Object.entries(messages).map(([id, { en, ja }]) => `${code(id)}: ${en}<br>${ja}`))

const remarks = (all: readonly Remark[]): string =>
  list(all.map((remark) => (typeof remark === 'string' ? remark : `${remarkIn(remark, 'en')}<br>${remarkIn(remark, 'ja')}`)))

const sections = (rule: Rule): readonly string[] => [
  `# ${rule.title.en} (${code(rule.id)})`,
  `${rule.title.ja}`,
  `Severity ${rule.severity} by default · tags ${rule.tags.map((tag) => code(tag)).join(', ')}`,
  '## Question',
  `${rule.question.en}\n\n${rule.question.ja}`,
  '## How it decides',
  `${rule.howItDecides.en}\n\n${rule.howItDecides.ja}`,
  '## Evidence',
  evidenceText(rule),
  '## Parameters',
  parameterTable(rule),
  `Change one with \`--set ${rule.id}.${Object.keys(rule.parameters)[0] ?? ''}=…\` or under \`rules:\` in [\`ashiato.yaml\`](../GUIDE.md#configuration).`,
  '## False positives',
  remarks(rule.falsePositives),
  '## Blind spots',
  remarks(rule.blindSpots),
  '## Messages',
  messageList(rule),
  '## ATT&CK',
  rule.attack.map(attackLink).join(', '),
]

const rulePage = (rule: Rule): Page => generatedPage(`docs/rules/${rule.id}.md`, sections(rule), code(`src/rules/${rule.id}/index.ts`))

const ruleTable = (): string =>
  table(
    ['Rule', 'Question', 'Severity', 'Per', 'ATT&CK'],
    rules.map((rule) => [`[${rule.id}](${rule.id}.md)`, rule.question.en, rule.severity, partitionText(rule), rule.attack.join(' ')]),
  )

const index = (): Page =>
  generatedPage(
    'docs/rules/README.md',
    [
      '# Rules',
      'A rule asks one question of the events and reports findings with their evidence. What findings mean for an account is decided afterwards, with the whole log at hand: see "From findings to verdicts" in [ARCHITECTURE.md](../ARCHITECTURE.md). The severity in the table is the default; a rule lowers or raises it by circumstances that its page names.',
      ruleTable(),
      'Choose rules with `--only` and `--skip` (ids, tags or severities). Write your own: [CONTRIBUTING.md](../CONTRIBUTING.md).',
    ],
    '`src/rules/*/index.ts`',
  )

/** One page per rule, and their list. */
export const rulePages = (): readonly Page[] => [index(), ...rules.map(rulePage)]
