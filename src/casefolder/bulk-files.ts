import type { SayOptions } from '../i18n/translate.ts'
import { hashHex } from '../kernel/hash.ts'
import type { CaseAccount, CaseDocument } from '../model/case.ts'
import type { HarmClass } from '../model/vocabulary.ts'
import { bulkCommands, bulkRow } from '../recovery/bulk/bulk-steps.ts'
import { posixScript, type BulkScript } from '../recovery/bulk/posix-script.ts'
import { powershellScript } from '../recovery/bulk/powershell-script.ts'
import type { Provider } from '../recovery/define-provider.ts'
import { findProvider } from '../recovery/provider-registry.ts'
import { classOfAccount } from './decided.ts'
import { isCounted } from '../model/counted.ts'

const CLASSES: readonly HarmClass[] = ['A', 'B', 'C']
export const BULK_FOLDER = '03_checklist/bulk'
/** Up to so many accounts of a class and provider are worked through by hand. */
const FEW = 5

const scriptOf = (name: HarmClass, provider: Provider, accounts: readonly CaseAccount[]): BulkScript => {
  const commands = bulkCommands(provider)
  const rows = accounts.flatMap((account) => bulkRow(account, provider, commands) ?? [])
  return {
    name: `${name}-${provider.id}`,
    list: hashHex(rows.map(({ account, steps }) => `${account}\u0000${steps.join()}`).join('\u0001')).slice(0, 12),
    provider,
    commands,
    rows,
    leftOut: accounts.length - rows.length,
  }
}

/** A script per class and provider, for whoever must take a step for hundreds of accounts: printed, never run by this program. */
export const bulkFiles = (
  document: CaseDocument,
  ownProviders: readonly Provider[],
  options: SayOptions,
): readonly { readonly path: string; readonly content: Iterable<string> }[] => {
  const counted = document.accounts.filter((account) => isCounted(account))
  return CLASSES.flatMap((name) => {
    const own = counted.filter((account) => (classOfAccount(account) ?? 'A') === name)
    const byProvider = Map.groupBy(own, ({ provider }) => findProvider(provider, ownProviders))
    return [...byProvider].flatMap(([provider, accounts]) => {
      const script = scriptOf(name, provider, accounts)
      if (accounts.length <= FEW || script.rows.length === 0) return []
      const isPowerShell = provider.shell === 'powershell'
      const content = isPowerShell ? powershellScript(script, options) : posixScript(script, options)
      return [{ path: `${BULK_FOLDER}/${script.name}.${isPowerShell ? 'ps1' : 'sh'}`, content }]
    })
  })
}

/** The files of one class, by their names. */
export const scriptsOfClass = (files: readonly { readonly path: string }[], name: HarmClass): readonly string[] =>
  files.map(({ path }) => path).filter((path) => path.startsWith(`${BULK_FOLDER}/${name}-`))
