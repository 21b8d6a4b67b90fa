import { type Command, Option } from 'commander'
import { OTHER_LAWS } from '../../recovery/law/law-ids.ts'
import type { Spoken } from '../talk/spoken.ts'
import { collect, split } from './lists.ts'

/** How logs are read: shared by every command that reads them. */
export const withReading = (command: Command): Command =>
  command
    .optionsGroup('Reading:')
    .option('-f, --format <id>', 'log format; auto recognises every record by itself', 'auto')
    .option('--map <file>', 'YAML mapping of a log system of your own (docs/MAPPING.md)', collect)
    .option('--plugin <file>', 'module with a format, rule, provider or output of your own (docs/PLUGINS.md)', collect)
    .option('-c, --config <file>', 'configuration (default: ashiato.yaml where there is one)')
    .option('--timezone <zone>', 'zone of times that are logged without an offset (default: UTC, said in the report)')
    .option('--year <year>', 'year of the newest line of logs that write no year')
    .option('--trusted-proxy <cidr>', 'your own proxies: the client is the hop before them', split)
    .option('--dedupe <how>', 'exact: equal records of one instant count once, also where they have no id (they may repeat by right)')
    .option('--geo-db <file>', 'your MaxMind City database')
    .option('--asn-db <file>', 'your MaxMind ASN database')
    .option('--memory <size>', "what the log's rows may take in memory (64MB, 2GB); the rest goes to a private scratch file", '640MB')
    .option('--tmp <dir>', 'folder for private scratch files')
    .addOption(new Option('--now <time>', 'the clock of this run').hideHelp())

export const withTalking = (command: Command, spoken: Spoken): Command =>
  command
    .optionsGroup('Talking:')
    .addOption(new Option('--tz-out <zone>', 'zone of every time that is shown').default(spoken.zone, 'UTC'))
    .addOption(new Option('--lang <lang>', 'en or ja').default(spoken.lang, 'en'))
    .option('-q, --quiet', 'say nothing on stderr but problems')

export const withRules = (command: Command): Command =>
  command
    .optionsGroup('Rules:')
    .option('--only <ids>', 'only these rules (ids, tags or severities)', split)
    .option('--skip <ids>', 'not these rules', split)
    .option('--set <rule.parameter=value>', 'a parameter of a rule', collect)

export const withRecovery = (command: Command): Command =>
  command
    .optionsGroup('Recovery:')
    .option('--provider <file>', "YAML with your own service's recovery commands (docs/PROVIDERS.md)", collect)
    .option(
      '--without <list>',
      'what the service does not have, so that steps are left out: mfa, high-risk-actions, third-party-apps, roles, passwords, login-challenge',
      split,
    )

export const withFilters = (command: Command): Command =>
  command
    .optionsGroup('What is reported (never what is read):')
    .option('--since <time>', 'nothing that ended before')
    .option('--until <time>', 'nothing that began after')
    .option('--last <duration>', "the last 24h, 7d … counted from the log's end")
    .option('--account <id>', 'this account (id or name)', collect)
    .option('--ip <address>', 'what this address took part in', collect)
    .option('--min-severity <severity>', 'nothing below: info, low, medium, high, critical', 'info')

export const withKnowledge = (command: Command): Command =>
  command
    .optionsGroup('What you know:')
    .option('--allow <file>', 'sources that you vouch for: they never alert nor appear on block lists (docs/LISTS.md)')
    .option('--intel <file>', 'sources that are known to be bad')
    .option('--roster <file>', 'people: departed, dormant, privileged, service, shared, suppliers')
    .option('--victims <file>', 'accounts that customers reported: are they found, what do they share, who else shares it (docs/LISTS.md)')

export const withOutput = (command: Command): Command =>
  command
    .optionsGroup('Output:')
    .option(
      '-t, --to <id>',
      'table, json, ndjson, csv, markdown, html, timesketch, iocs (default: by the ending of --output; table on a terminal, ndjson in a pipe)',
    )
    .option('--part <name>', 'part of an output that has several (csv: timeline, accounts)')
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('--scores <file>', 'one line per successful login: how unlike its account it is (CSV, docs/SCORES.md)')
    .option('--fail-on <severity>', 'exit 1 when a finding or an affected account is at least this severe')

/** What `scan` takes to write a case folder. */
export const withCase = (command: Command): Command =>
  command
    .optionsGroup('Case folder:')
    .option('--case <dir>', 'write a sealed case folder, or add these logs to one as its next revision')
    .option(
      '--reread',
      'read the earlier logs of that case again with these, where they are still there: exact, as if all were read at once',
    )
    .option('--expect-sha256 <file>', "the acquirer's list of hashes; exit 3 where a log is not what was acquired")
    .option('--collector <name>', 'who collected the logs')
    .option('--method <text>', 'how they were collected')
    .option('--clock-offset <text>', 'how far the logged clocks were off, e.g. +00:00:02')
    .option('--mark <text>', 'handling mark, e.g. TLP:AMBER')
    .option('--retain-until <date>', 'until when the case is kept')
    .option('--templates <dir>', 'own templates of the drafts (ashiato draft CASE ID --template prints one)')
    .optionsGroup('Privacy:')
    .option('--redact', 'replace accounts, names and addresses by pseudonyms; no commands, no raw records')
    .option('--key <file>', 'key of the pseudonyms; the same key gives the same ones')
    .option('--mask-addresses', 'with --redact: addresses cut to /24 and /48 instead of pseudonyms')
    .optionsGroup('Legal clocks:')
    .option('--law <ids>', `laws besides jp-appi: ${OTHER_LAWS.join(', ')}`, split)
    .option('--aware-at <time>', 'when it became known: date and time; without it deadlines are durations, never dates')
    .option('--aware-by <department>', 'which department came to know it')
