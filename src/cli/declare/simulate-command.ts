import type { Command } from 'commander'
import type { SimulateFlags } from '../commands/simulate.ts'
import type { Io } from '../io.ts'
import type { Settle } from './settle.ts'

export const addSimulate = (program: Command, io: Io, settle: Settle): void => {
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
    .action(async (scenarios: readonly string[], flags: SimulateFlags) =>
      settle(await (await import('../commands/simulate.ts')).simulate(scenarios, flags, io)),
    )
}
