import type { Command } from 'commander'
import { complainUnknown } from '../../i18n/complaint.ts'
import type { Io } from '../io.ts'
import type { ReadFlags } from '../options/scan-options.ts'
import type { Settle } from './settle.ts'
import { collect } from './lists.ts'

interface ReferenceFlags {
  readonly lang: string
}

export const addReferenceCommands = (program: Command, io: Io, settle: Settle): void => {
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
          ? await (await import('../commands/formats.ts')).formats(id, flags, io)
          : await (await import('../commands/try-mapping.ts')).tryMapping(flags.try, flags, io),
      ),
    )
  program
    .command('rules')
    .description('the detections, and the parameters of one')
    .argument('[id]')
    .option('--lang <lang>', 'en or ja', 'en')
    .action(async (id: string | undefined, { lang }: ReferenceFlags) =>
      settle(await (await import('../commands/rules.ts')).rules(id, lang, io)),
    )
  program
    .command('completion')
    .description('shell completion: bash, zsh or fish')
    .argument('<shell>')
    .option('--lang <lang>', 'en or ja', 'en')
    .action(async (shell: string, { lang }: ReferenceFlags) =>
      settle(await (await import('../commands/completion.ts')).completion(shell, lang, program, io)),
    )
}

export const addHelp = (program: Command): void => {
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
