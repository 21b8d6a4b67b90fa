import type { Command } from 'commander'
import type { AccountFlags } from '../commands/account.ts'
import type { InspectFlags } from '../commands/inspect.ts'
import type { ScanFlags } from '../commands/scan.ts'
import type { Io } from '../io.ts'
import { loadWithRoom } from '../load-with-room.ts'
import type { Spoken } from '../talk/spoken.ts'
import { withCase, withFilters, withKnowledge, withOutput, withReading, withRecovery, withRules, withTalking } from './options.ts'
import type { Settle } from './settle.ts'

type Inputs = readonly string[]

const INPUTS = 'files, folders, globs; - or a pipe is stdin'

/** As `scan --help` shows them: what is wanted on the first day stands first. */
const SCAN_GROUPS = [withReading, withFilters, withOutput, withKnowledge, withRules, withRecovery, withCase] as const

/** Commands are loaded when they run, so that `--help` and the shell's completion are instant. */
export const addReadingCommands = (program: Command, io: Io, settle: Settle, spoken: Spoken): void => {
  const scan = program
    .command('scan', { isDefault: true })
    .description('find out who got in, what was done, and what to do (default)')
    .argument('[inputs...]', INPUTS)
  const scanAction = async (inputs: Inputs, flags: ScanFlags): Promise<void> =>
    settle(await (await loadWithRoom(() => import('../commands/scan.ts'))).scan(inputs, flags, io))
  for (const declare of SCAN_GROUPS) declare(scan)
  withTalking(scan, spoken).action(scanAction)

  const inspect = program
    .command('inspect')
    .description('is this log usable? formats, zones, period, coverage, gaps, proxies, rejects')
    .argument('[inputs...]', INPUTS)
  const inspectAction = async (inputs: Inputs, flags: InspectFlags): Promise<void> =>
    settle(await (await loadWithRoom(() => import('../commands/inspect.ts'))).inspect(inputs, flags, io))
  withReading(inspect).optionsGroup('Output:').option('-t, --to <id>', 'table, json, ndjson', 'table')
  withTalking(inspect, spoken).action(inspectAction)

  const account = program
    .command('account')
    .description('one account: everything it did, what is usual for it, who else its attacker touched')
    .argument('<name>', 'id or name, as logged')
    .argument('[inputs...]', INPUTS)
  const accountAction = async (name: string, inputs: Inputs, flags: AccountFlags): Promise<void> =>
    settle(await (await loadWithRoom(() => import('../commands/account.ts'))).account(name, inputs, flags, io))
  withRules(withKnowledge(withReading(account)))
    .optionsGroup('Output:')
    .option('-t, --to <id>', 'table, json, ndjson', 'table')
  withTalking(account, spoken).action(accountAction)
}
