/** By name, for whoever must know before the command line is understood. */
export const CASE_COMMANDS: ReadonlySet<string> = new Set([
  'pivot',
  'list',
  'blocklist',
  'lookup',
  'brief',
  'checklist',
  'draft',
  'unmask',
  'verify',
  'decide',
  'sample',
  'note',
])
