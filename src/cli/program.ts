import { Command, Option } from 'commander'
import type { AccountFlags } from './commands/account.ts'
import type { InspectFlags } from './commands/inspect.ts'
import type { ScanFlags } from './commands/scan.ts'
import type { SimulateFlags } from './commands/simulate.ts'
import { addCaseCommands, withCase } from './case-commands.ts'
import { checkValues, complaintOf } from './commander-errors.ts'
import { complainUnknown } from '../i18n/complaint.ts'
import { helpFormat } from './talk/help-format.ts'
import { helpEnding } from './talk/help-texts.ts'
import { widthOf, type Io } from './io.ts'
import type { ReadFlags } from './options/scan-options.ts'
import { toolVersion } from './version.ts'
import type { Spoken } from './talk/spoken.ts'

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value]
const split = (value: string, previous: readonly string[] = []): readonly string[] => [
  ...previous,
  ...value.split(',').map((part) => part.trim()),
]

/** How logs are read: shared by every command that reads them. */
const withReading = (command: Command, spoken: Spoken): Command =>
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
    .optionsGroup('Talking:')
    .addOption(new Option('--tz-out <zone>', 'zone of every time that is shown').default(spoken.zone, 'UTC'))
    .addOption(new Option('--lang <lang>', 'en or ja').default(spoken.lang, 'en'))
    .option('-q, --quiet', 'say nothing on stderr but problems')

const withRules = (command: Command): Command =>
  command
    .optionsGroup('Rules:')
    .option('--only <ids>', 'only these rules (ids, tags or severities)', split)
    .option('--skip <ids>', 'not these rules', split)
    .option('--set <rule.parameter=value>', 'a parameter of a rule', collect)

const withRecovery = (command: Command): Command =>
  command
    .optionsGroup('Recovery:')
    .option('--provider <file>', "YAML with your own service's recovery commands (docs/PROVIDERS.md)", collect)
    .option(
      '--without <list>',
      'what the service does not have, so that steps are left out: mfa, high-risk-actions, third-party-apps, roles, passwords, login-challenge',
      split,
    )

const withFilters = (command: Command): Command =>
  command
    .optionsGroup('What is reported (never what is read):')
    .option('--since <time>', 'nothing that ended before')
    .option('--until <time>', 'nothing that began after')
    .option('--last <duration>', "the last 24h, 7d … counted from the log's end")
    .option('--account <id>', 'this account (id or name)', collect)
    .option('--ip <address>', 'what this address took part in', collect)
    .option('--min-severity <severity>', 'nothing below: info, low, medium, high, critical', 'info')

const withKnowledge = (command: Command): Command =>
  command
    .optionsGroup('What you know:')
    .option('--allow <file>', 'sources that you vouch for: they never alert nor appear on block lists (docs/LISTS.md)')
    .option('--intel <file>', 'sources that are known to be bad')
    .option('--roster <file>', 'people: departed, dormant, privileged, service, shared, suppliers')
    .option('--victims <file>', 'accounts that customers reported: are they found, what do they share, who else shares it (docs/LISTS.md)')

const withOutput = (command: Command): Command =>
  command
    .optionsGroup('Output:')
    .option(
      '-t, --to <id>',
      'table, json, ndjson, csv, markdown, html, timesketch, iocs (default: by the ending of --output; table on a terminal, ndjson in a pipe)',
    )
    .option('--part <name>', 'part of an output that has several (csv: timeline, accounts)')
    .option('-o, --output <file>', 'write to a file instead of stdout')
    .option('--scores <file>', 'one line per successful login: how unlike its account it is (CSV, docs/SCORES.md)')

type Settle = (code: number) => void
type Inputs = readonly string[]

const INPUTS = 'files, folders, globs; - or a pipe is stdin'

/** Commands are loaded when they run, so that `--help` and the shell's completion are instant. */
const addReadingCommands = (program: Command, io: Io, settle: Settle, spoken: Spoken): void => {
  const scan = program
    .command('scan', { isDefault: true })
    .description('find out who got in, what was done, and what to do (default)')
    .argument('[inputs...]', INPUTS)
  const scanAction = async (inputs: Inputs, flags: ScanFlags): Promise<void> =>
    settle(await (await import('./commands/scan.ts')).scan(inputs, flags, io))
  withOutput(withCase(withReading(withFilters(withKnowledge(withRecovery(withRules(scan)))), spoken)))
    .option('--fail-on <severity>', 'exit 1 when a finding or an affected account is at least this severe')
    .action(scanAction)

  const inspect = program
    .command('inspect')
    .description('is this log usable? formats, zones, period, coverage, gaps, proxies, rejects')
    .argument('[inputs...]', INPUTS)
  const inspectAction = async (inputs: Inputs, flags: InspectFlags): Promise<void> =>
    settle(await (await import('./commands/inspect.ts')).inspect(inputs, flags, io))
  withReading(inspect, spoken).optionsGroup('Output:').option('-t, --to <id>', 'table, json, ndjson', 'table').action(inspectAction)

  const account = program
    .command('account')
    .description('one account: everything it did, what is usual for it, who else its attacker touched')
    .argument('<name>', 'id or name, as logged')
    .argument('[inputs...]', INPUTS)
  const accountAction = async (name: string, inputs: Inputs, flags: AccountFlags): Promise<void> =>
    settle(await (await import('./commands/account.ts')).account(name, inputs, flags, io))
  withReading(withKnowledge(withRules(account)), spoken)
    .optionsGroup('Output:')
    .option('-t, --to <id>', 'table, json, ndjson', 'table')
    .action(accountAction)
}

interface ReferenceFlags {
  readonly lang: string
}

const addReferenceCommands = (program: Command, io: Io, settle: Settle): void => {
  program
    .command('formats')
    .description('the log formats, what they carry, and how to export one')
    .argument('[id]')
    .option('--try <file>', 'read this file and show its first events, and what was not understood')
    .option('--map <file>', 'with --try: a mapping, or the pages of your site (docs/MAPPING.md)', collect)
    .option('-f, --format <id>', 'with --try: a format id', 'auto')
    .option('--timezone <zone>', 'with --try: zone of times without an offset')
    .option('--tz-out <zone>', 'with --try: zone in which times are shown', 'UTC')
    .option('--lang <lang>', 'en or ja', 'en')
    .action(async (id: string | undefined, flags: ReferenceFlags & ReadFlags & { readonly try?: string }) =>
      settle(
        flags.try === undefined
          ? await (await import('./commands/formats.ts')).formats(id, flags, io)
          : await (await import('./commands/try-mapping.ts')).tryMapping(flags.try, flags, io),
      ),
    )
  program
    .command('rules')
    .description('the detections, and the parameters of one')
    .argument('[id]')
    .option('--lang <lang>', 'en or ja', 'en')
    .action(async (id: string | undefined, { lang }: ReferenceFlags) =>
      settle(await (await import('./commands/rules.ts')).rules(id, lang, io)),
    )
  program
    .command('completion')
    .description('shell completion: bash, zsh or fish')
    .argument('<shell>')
    .option('--lang <lang>', 'en or ja', 'en')
    .action(async (shell: string) => settle(await (await import('./commands/completion.ts')).completion(shell, program, io)))
}

const addSimulate = (program: Command, io: Io, settle: Settle): void => {
  program
    .command('simulate')
    .description('write a realistic log with known attacks in it, to practise on')
    .argument('[scenarios...]', 'scenarios by id; attacks, look-alikes or calm')
    .option('--list', 'what can be played, and which logs can be written')
    .optionsGroup('What is played:')
    .option('--accounts <n>', 'accounts of the service', '5000')
    .option('--days <n>', 'days of the log', '14')
    .option('--seed <n>', 'the same seed writes the same log', '1')
    .option('--volume <share>', 'of the full attack: 1, 1/3, 1/10, 1/30', '1')
    .option('--spread <n>', 'addresses of an attack: 1, 50, 2000', '50')
    .option('--profile <id>', 'kind of service: shop, sso', 'shop')
    .option('--start <time>', 'first day', '2026-10-05')
    .optionsGroup('Output:')
    .option('-f, --format <id>', 'okta, auth0, entra, keycloak, cognito, sshd, csv, ndjson', 'ndjson')
    .option('-o, --output <dir>', 'folder for the log and the truth')
    .option('--lang <lang>', 'en or ja', 'en')
    .action(async (scenarios: Inputs, flags: SimulateFlags) =>
      settle(await (await import('./commands/simulate.ts')).simulate(scenarios, flags, io)),
    )
}

const addHelp = (program: Command): void => {
  program
    .command('help')
    .description('display help for command')
    .argument('[command]')
    .option('--lang <lang>', 'en or ja', 'en')
    .action((name: string | undefined) => {
      const known = program.commands.map((command) => command.name())
      const found = name === undefined ? program : program.commands.find((command) => command.name() === name)
      if (found === undefined) throw complainUnknown('help', name ?? '', known)
      found.help()
    })
}

const WIDEST_HELP = 120
const helpWidth = ({ stdout, env }: Io): number => Math.min(WIDEST_HELP, widthOf(stdout, env))

/** The command line. Commander's own exits are thrown, so that `main` decides about exit codes. */
export const createProgram = (io: Io, settle: Settle, spoken: Spoken): Command => {
  const { lang } = spoken
  const program = new Command('ashiato')
    .description('Reads exported login logs; says who got in, what was done, and what must be done now, account by account.')
    .version(toolVersion(), '-V, --version')
    .helpOption('-h, --help', 'display help for command')
    // Commander's own would answer a misspelt command with the whole page and no word about why.
    .helpCommand(false)
    .configureHelp(helpFormat(lang))
    // Ours are in the reader's language.
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => helpWidth(io),
      getErrHelpWidth: () => helpWidth(io),
      // Said by `main`, in the reader's language.
      outputError: () => undefined,
    })
  addReadingCommands(program, io, settle, spoken)
  addCaseCommands(program, io, settle)
  addReferenceCommands(program, io, settle)
  addSimulate(program, io, settle)
  addHelp(program)
  program.hook('preAction', (_, command) => checkValues(command))
  for (const command of [program, ...program.commands]) {
    if (command !== program) {
      command.copyInheritedSettings(program)
      // Wherever there may be a bug, the sentence about it names this.
      command.optionsGroup('Talking:').option('--debug', 'show the stack of an error')
    }
    command.addHelpText('after', () => helpEnding(command.name(), lang, helpWidth(io)))
    command.exitOverride((error) => {
      throw complaintOf(error, command)
    })
  }
  return program
}
