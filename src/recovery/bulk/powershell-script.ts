import { say, type SayOptions } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import { fillCommand } from '../fill-command.ts'
import { quotePowerShell } from '../shell-quote.ts'
import { BULK_STEPS } from './bulk-steps.ts'
import type { BulkScript } from './posix-script.ts'

/** From documentation, parsed with a PowerShell grammar and never run: there is no PowerShell where this was built. The head says so. */
const RUNNER = `
param([string]$Step, [switch]$Run, [int]$Rate = 5, [int]$Limit = 0, [int]$MaxFailures = 5, [string]$Log, [string]$Out)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not $Step) { throw 'Give -Step; the head of this script lists them.' }
if (-not $Log) { $Log = "$Name.$Step.log.csv" }
if (-not $Out) { $Out = "$Name.$Step.out" }
$done = @{}
if (Test-Path -LiteralPath $Log) {
  Import-Csv -LiteralPath $Log | Where-Object { $_.list -eq $List -and $_.step -eq $Step -and $_.exit -eq '0' } | ForEach-Object { $done[$_.number] = $true }
}
$script:taken = 0; $script:failed = 0; $script:inARow = 0
function Row([int]$Number, [string]$Id, [hashtable]$Commands) {
  if (-not $Commands.ContainsKey($Step) -or $done.ContainsKey("$Number")) { return }
  if ($Limit -gt 0 -and $script:taken -ge $Limit) { return }
  if ($MaxFailures -gt 0 -and $script:inARow -ge $MaxFailures) { return }
  $script:taken++
  if (-not $Run) { Write-Output "$Step $Id"; return }
  $exit = 0
  try { foreach ($command in $Commands[$Step]) { Invoke-Expression $command | Out-File -LiteralPath $Out -Append -Encoding utf8 } ; $script:inARow = 0 }
  catch { $exit = 1; $script:failed++; $script:inARow++; Write-Warning $_ }
  [pscustomobject]@{ time = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ'); list = $List; step = $Step; number = $Number; exit = $exit; account = $Id } |
    Export-Csv -LiteralPath $Log -Append -NoTypeInformation -Encoding utf8
  if ($Rate -gt 0 -and $script:taken % $Rate -eq 0) { Start-Sleep -Seconds 1 }
}
`
const END = `
Write-Output "$Step taken $($script:taken), failed $($script:failed)"
`

/** The same for providers whose commands are PowerShell. `param` must come first, so the names stand in the functions' scope below it. */
export function* powershellScript(script: BulkScript, options: SayOptions): Iterable<string> {
  const { provider, commands, rows } = script
  const head = { name: script.name, title: provider.title, count: rows.length, out: script.leftOut }
  const comment = (text: string): string => `# ${safeText(text)}\n`
  yield comment(say('bulk.title', head, options))
  yield comment(say('bulk.powershell', { name: script.name }, options))
  if (script.leftOut > 0) yield comment(say('bulk.left-out', head, options))
  for (const step of BULK_STEPS) {
    const count = rows.filter(({ steps }) => steps.includes(step)).length
    if (count > 0) yield comment(say('bulk.step', { step, words: say(`bulk.words.${step}`, {}, options), count }, options))
  }
  for (const line of provider.setup) yield comment(line)
  const [param = '', ...rest] = RUNNER.trimStart().split('\n')
  yield `${param}\n$Name = ${quotePowerShell(script.name)}\n$List = ${quotePowerShell(script.list)}\n${rest.join('\n')}`
  for (const [index, row] of rows.entries()) {
    const own = row.steps.map((step) => {
      const filled = commands[step].map(({ command }) => quotePowerShell(fillCommand(command, row.values, 'powershell') ?? ''))
      return `${step}=@(${filled.join(',')})`
    })
    yield `Row ${index + 1} ${quotePowerShell(row.account)} @{${own.join(';')}}\n`
  }
  yield END
}
