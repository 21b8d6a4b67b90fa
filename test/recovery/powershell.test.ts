import { describe, expect, it } from 'vitest'
import { PROVIDER_ACTS } from '../../src/recovery/define-provider.ts'
import { fillCommand, type CommandValues } from '../../src/recovery/fill-command.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import { HOSTILE_IDS } from './support/hostile-ids.ts'
import { createPowerShellReader } from './support/powershell-grammar.ts'

const read = await createPowerShellReader()

const valuesOf = (id: string): CommandValues => ({
  account: id,
  name: id,
  tenant: id,
  oldContact: id,
  since: '2026-10-21T00:00:00.000Z',
  until: '2026-12-20T00:00:00.000Z',
  sources: ['203.0.113.7/32'],
  sources4: ['203.0.113.7/32'],
  sources6: ['2001:db8:1:2::/64'],
  part: '1',
})

const declared = providers
  .filter(({ shell }) => shell === 'powershell')
  .flatMap(({ id, acts }) =>
    PROVIDER_ACTS.flatMap((act) =>
      (acts[act] ?? []).flatMap(({ command, fallback }) =>
        [command, ...(fallback === undefined ? [] : [fallback.command])].map((text) => ({ what: `${id} ${act}`, text })),
      ),
    ),
  )

describe('commands for PowerShell, by its grammar', () => {
  it('are many, and a broken one is noticed', () => {
    expect(declared.length).toBeGreaterThan(40)
    expect(read("Get-MgUser -UserId 'a").hasError).toBe(true)
    expect(read("Get-MgUser -UserId 'o'neil'").hasError).toBe(true)
    expect(read("Get-MgUser -UserId x; Remove-Item 'y'").commands).toEqual(['Get-MgUser', 'Remove-Item'])
  })

  it.each(declared)('$what: $text', ({ text }) => {
    const plain = read(fillCommand(text, valuesOf('hana.sato@example.com'), 'powershell') ?? '(')
    expect(plain.hasError).toBe(false)
    expect(plain.commands.length).toBeGreaterThan(0)
    for (const id of HOSTILE_IDS) {
      const filled = fillCommand(text, valuesOf(id), 'powershell') ?? '('
      const { hasError, commands } = read(filled)
      // Whatever the id holds, it runs the very same commands.
      expect([filled, hasError, commands]).toEqual([filled, false, plain.commands])
    }
  })

  it.each(providers.filter(({ shell }) => shell === 'powershell'))('$id: what is done once per shell', ({ setup }) => {
    expect(read(setup.join('\n')).hasError).toBe(false)
  })
})
