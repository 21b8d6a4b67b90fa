import { Command, Option } from 'commander'
import type { Io } from './io.ts'
import type { ReadFlags } from './scan-options.ts'
import { toolVersion } from './version.ts'

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value]
const split = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, ...value.split(',').map((part) => part.trim())]

const EXAMPLES = `
Examples:
  ashiato logs/                                        what happened, in this terminal
  ashiato logs/ --lang ja --tz-out Asia/Tokyo          in Japanese, in Japanese time
  zcat okta.json.gz | ashiato --to json > case.json    the case document, from a pipe
  ashiato inspect logs/                                is this log usable?
  ashiato account alice@example.com logs/              one account's whole story
  ashiato logs/ --to csv --part accounts > accounts.csv
  ashiato logs/ --fail-on high --quiet                 for cron: exit 1 when something is found

Exit codes: 0 done · 1 findings at or above --fail-on · 2 usage or configuration
  3 an input could not be read whole, the result says what is missing · 70 a bug · 130 interrupted

Ashiato opens no network connection and changes nothing. Its verdicts are estimates for a person to confirm.`

/** How logs are read: shared by every command that reads them. */
const withReading = (command: Command): Command =>
  command
    .option('-f, --format <id>', 'log format; auto recognises every record by itself', 'auto')
    .option('--map <file>', 'YAML mapping of a log system of your own (docs/MAPPING.md)', collect)
    .option('--plugin <file>', 'JavaScript module with a format, rule or provider of your own', collect)
    .option('-c, --config <file>', 'configuration (default: ashiato.yaml where there is one)')
    .option('--timezone <zone>', 'zone of times that are logged without an offset (default: UTC, said in the report)')
    .option('--year <year>', 'year of the newest line of logs that write no year')
    .option('--trusted-proxy <cidr>', "your own proxies: the client is the hop before them", split)
    .option('--geo-db <file>', 'your MaxMind City database')
    .option('--asn-db <file>', 'your MaxMind ASN database')
    .option('--tmp <dir>', 'folder for private scratch files')
    .addOption(new Option('--now <time>', 'the clock of this run').hideHelp())
    .option('--tz-out <zone>', 'zone of every time that is shown', 'UTC')
    .option('--lang <lang>', 'en or ja', 'en')
    .option('-q, --quiet', 'say nothing on stderr but problems')
    .addOption(new Option('--debug', 'show the stack of an error'))

const withRules = (command: Command): Command =>
  command
    .option('--only <ids>', 'only these rules (ids, tags or severities)', split)
    .option('--skip <ids>', 'not these rules', split)
    .option('--set <rule.parameter=value>', 'a parameter of a rule', collect)
    .option('--provider <file>', "YAML with your own service's recovery commands (docs/PROVIDERS.md)", collect)

const withFilters = (command: Command): Command =>
  command
    .option('--since <time>', 'report nothing that ended before')
    .option('--until <time>', 'report nothing that began after')
    .option('--last <duration>', "report the last 24h, 7d … counted from the log's end")
    .option('--account <id>', 'report this account (id or name)', collect)
    .option('--ip <address>', 'report what this address took part in', collect)
    .option('--min-severity <severity>', 'report nothing below: info, low, medium, high, critical', 'info')

const withOutput = (command: Command): Command =>
  command
    .option('-t, --to <id>', 'table, json, ndjson, csv, markdown (default: table on a terminal, ndjson in a pipe)')
    .option('--part <name>', 'part of an output that has several (csv: timeline, accounts)')
    .option('-o, --output <file>', 'write to a file instead of stdout')

type Settle = (code: number) => void
type Action = (inputs: readonly string[], flags: ReadFlags) => Promise<void>

/** Commands are loaded when they run, so that `--help` and the shell's completion are instant. */
const addReadingCommands = (program: Command, io: Io, settle: Settle): void => {
  const scan = program.command('scan', { isDefault: true }).description('find out who got in, what was done, and what to do (default)').argument('[inputs...]', 'files, folders, globs; - or a pipe is stdin')
  const scanAction: Action = async (inputs, flags) => settle(await (await import('./commands/scan.ts')).scan(inputs, flags, io))
  withOutput(withFilters(withRules(withReading(scan)))).option('--fail-on <severity>', 'exit 1 when a finding is at least this severe').action(scanAction)

  const inspect = program.command('inspect').description('is this log usable? formats, zones, period, coverage, gaps, proxies, rejects').argument('[inputs...]')
  const inspectAction: Action = async (inputs, flags) => settle(await (await import('./commands/inspect.ts')).inspect(inputs, flags, io))
  withReading(inspect).option('--json', 'as JSON').action(inspectAction)

  const account = program.command('account').description('one account: everything it did, what is usual for it, who else its attacker touched').argument('<name>', 'id or name, as logged').argument('[inputs...]')
  const accountAction = async (name: string, inputs: readonly string[], flags: ReadFlags): Promise<void> =>
    settle(await (await import('./commands/account.ts')).account(name, inputs, flags, io))
  withRules(withReading(account)).action(accountAction)
}

const addReferenceCommands = (program: Command, io: Io, settle: Settle): void => {
  program.command('formats').description('the log formats, what they carry, and how to export one').argument('[id]').option('--lang <lang>', 'en or ja', 'en')
    .action(async (id: string | undefined, { lang }: { readonly lang: string }) => settle(await (await import('./commands/formats.ts')).formats(id, lang, io)))
  program.command('rules').description('the detections, and the parameters of one').argument('[id]').option('--lang <lang>', 'en or ja', 'en')
    .action(async (id: string | undefined, { lang }: { readonly lang: string }) => settle(await (await import('./commands/rules.ts')).rules(id, lang, io)))
  program.command('completion').description('shell completion: bash, zsh or fish').argument('<shell>')
    .action(async (shell: string) => settle(await (await import('./commands/completion.ts')).completion(shell, program, io)))
}

/** The command line. Commander's own exits are thrown, so that `main` decides about exit codes. */
export const createProgram = (io: Io, settle: Settle): Command => {
  const program = new Command('ashiato')
    .description('Reads exported login logs; says who got in, what was done, and what must be done now, account by account.')
    .version(toolVersion(), '-V, --version')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(ashiato --help shows examples)')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80, getErrHelpWidth: () => io.stderr.columns ?? 80,
    })
    .exitOverride()
  addReadingCommands(program, io, settle)
  addReferenceCommands(program, io, settle)
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  return program
}
