import { type Command, Option } from 'commander'
import type { BlocklistFlags } from '../commands/blocklist.ts'
import type { ChecklistFlags } from '../commands/checklist.ts'
import type { DecideFlags } from '../commands/decide.ts'
import type { DraftFlags } from '../commands/draft.ts'
import type { ListFlags } from '../commands/list.ts'
import type { LookupFlags } from '../commands/lookup.ts'
import type { NoteFlags } from '../commands/note.ts'
import type { PivotFlags } from '../commands/pivot.ts'
import type { SampleFlags } from '../commands/sample.ts'
import type { UnmaskFlags } from '../commands/unmask.ts'
import { OTHER_LAWS } from '../../recovery/law/law-ids.ts'
import type { Io } from '../io.ts'
import type { CaseCommandFlags } from '../case-folder/open-case.ts'
import { collect, split } from './lists.ts'
import type { Settle } from './settle.ts'

const withWords = (command: Command): Command =>
  command
    .option('--tz-out <zone>', "zone of every time that is shown (default: the case's)")
    .option('--lang <lang>', "en or ja (default: the case's)")
    .option('-q, --quiet', 'say nothing on stderr but problems')
    .addOption(new Option('--now <time>', 'the clock of this run').hideHelp())

const withTable = (command: Command): Command =>
  withWords(command)
    .option('-t, --to <id>', 'table, csv, json, ndjson (default: table on a terminal, csv in a pipe)')
    .option('--bom', 'CSV for spreadsheets: byte order mark, and no cell that they would evaluate')
    .option('-o, --output <file>', 'write to a file instead of stdout')

const withPage = (command: Command): Command => withWords(command).option('-o, --output <file>', 'write to a file instead of stdout')

/** Begins the declaration of a command on a case folder. */
type On = (name: string, about: string) => Command

/** Who is in the case, and what is at an address or an id. */
const addLists = (on: On, settle: Settle, io: Io): void => {
  withTable(on('pivot', 'widen: who else is met at an address, network, program, session or account'))
    .option('--ip <address>', 'address or range (IPv6: its /64)', collect)
    .option('--asn <number>', 'network', collect)
    .option('--agent <text>', 'program, or a part of its name', collect)
    .option('--session <id>', 'session', collect)
    .option('--account <id>', 'account (id or name)', collect)
    .option('--accounts <file>', 'accounts, one a line')
    .action(async (path: string, flags: PivotFlags) => settle(await (await import('../commands/pivot.ts')).pivot(path, flags, io)))
  withTable(on('list', 'accounts for bulk work'))
    .option('--verdict <list>', 'compromised, suspected, targeted, undetermined (default: the first two)', split)
    .option('--decision <list>', 'pending, confirmed, cleared (default: all but cleared)', split)
    .option('--class <list>', 'A, B, C', split)
    .action(async (path: string, flags: ListFlags) => settle(await (await import('../commands/list.ts')).list(path, flags, io)))
  withTable(on('blocklist', 'attacking addresses that may be blocked, and whom that would hit'))
    .option('--max-collateral <n>', 'most legitimate users on an address', '5')
    .option('--window <duration>', 'how long the block lasts', '7d')
    .action(async (path: string, flags: BlocklistFlags) =>
      settle(await (await import('../commands/blocklist.ts')).blocklist(path, flags, io)),
    )
  withWords(on('lookup', 'one line per id that support can act on'))
    .argument('<ids...>', 'ids or names')
    .action(async (path: string, ids: readonly string[], flags: LookupFlags) =>
      settle(await (await import('../commands/lookup.ts')).lookup(path, ids, flags, io)),
    )
}

/** Pages to hand to somebody. */
const addPages = (on: On, settle: Settle, io: Io): void => {
  withPage(on('brief', 'one page for whoever decides')).action(async (path: string, flags: CaseCommandFlags) =>
    settle(await (await import('../commands/brief.ts')).brief(path, flags, io)),
  )
  withPage(on('checklist', 'the steps of the case, of a class, or of one account'))
    .option('--class <class>', 'A, B or C')
    .option('--account <id>', 'one account (id or name)')
    .action(async (path: string, flags: ChecklistFlags) =>
      settle(await (await import('../commands/checklist.ts')).checklist(path, flags, io)),
    )
  withPage(on('draft', 'drafts for customers, executives, regulators, support and police, with the facts of the case'))
    .argument('[id]', 'which draft; without it: a list of them')
    .option('--template', 'the template itself, to make an own one from')
    .option('--templates <dir>', 'own templates of the drafts (ashiato draft CASE ID --template prints one)')
    .option('--law <ids>', `laws besides jp-appi: ${OTHER_LAWS.join(', ')}`, split)
    .option('--aware-at <time>', 'when it became known: date and time; without it deadlines are durations, never dates')
    .option('--aware-by <department>', 'which department came to know it')
    .action(async (path: string, id: string | undefined, flags: DraftFlags) =>
      settle(await (await import('../commands/draft.ts')).draft(path, id, flags, io)),
    )
}

/** What stands behind a case: whose pseudonyms, and whether it is as it was sealed. */
const addProofs = (on: On, settle: Settle, io: Io): void => {
  withWords(on('unmask', 'whose pseudonyms these are, with the key'))
    .argument('<pseudonyms...>', 'pseudonyms of a case that was written with --redact')
    .option('--key <file>', 'key of the pseudonyms; the same key gives the same ones')
    .action(async (path: string, pseudonyms: readonly string[], flags: UnmaskFlags) =>
      settle(await (await import('../commands/unmask.ts')).unmask(path, pseudonyms, flags, io)),
    )
  withWords(on('verify', 'is everything as it was sealed?')).action(async (path: string, flags: CaseCommandFlags) =>
    settle(await (await import('../commands/verify.ts')).verify(path, flags, io)),
  )
}

/** What people add beside a case. */
const addAdding = (on: On, settle: Settle, io: Io): void => {
  withWords(on('decide', 'record what people decided: confirmed, cleared, pending'))
    .option('--from <file>', 'CSV with the columns account and decision (also: provider, tenant, why)')
    .option('--by <name>', 'who decided')
    .action(async (path: string, flags: DecideFlags) => settle(await (await import('../commands/decide.ts')).decide(path, flags, io)))
  withTable(on('sample', 'accounts to check by hand, shown without their verdict'))
    .option('--size <n>', 'accounts of each verdict', '20')
    .option('--seed <text>', 'the same seed draws the same accounts', '1')
    .action(async (path: string, flags: SampleFlags) => settle(await (await import('../commands/sample.ts')).sample(path, flags, io)))
  withWords(on('note', 'add to the response record: who did what when'))
    .argument('<text>', 'what was done')
    .option('--by <name>', 'who did it')
    .action(async (path: string, text: string, flags: NoteFlags) =>
      settle(await (await import('../commands/note.ts')).note(path, text, flags, io)),
    )
}

/** Commands on a case folder; none of them reads the logs again. */
export const addCaseCommands = (program: Command, io: Io, settle: Settle): void => {
  const on: On = (name, about) => program.command(name).description(about).argument('<case>', 'case folder')
  for (const add of [addLists, addPages, addProofs, addAdding]) add(on, settle, io)
}
