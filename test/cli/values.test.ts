import { describe, expect, it } from 'vitest'
import { bytesOf } from '../../src/cli/options/values.ts'
import { runCli } from './support/run-cli.ts'

describe('a size', () => {
  it.each([
    ['64MB', 64 * 2 ** 20],
    ['128', 128 * 2 ** 20],
    ['512k', 512 * 2 ** 10],
    ['1.5 GB', 1.5 * 2 ** 30],
    ['2GiB', 2 * 2 ** 30],
  ])('%s', (text, bytes) => {
    expect(bytesOf(text, '--memory')).toBe(bytes)
  })

  it.each(['', '0', '-1', 'lots', '64 megabytes', '1e9', '0.0001k'])('"%s" is none', (text) => {
    expect(() => bytesOf(text, '--memory')).toThrowError(expect.objectContaining({ messageId: 'complaint.size', exitCode: 2 }))
  })

  it('that is none is said before any log is read', async () => {
    const { code, stderr } = await runCli(['nothing.log', '--memory', 'lots'], { cwd: '/' })
    expect([code, stderr]).toEqual([2, '--memory: "lots" is not a size.\n  Write a number with its unit: 64MB, 512MB, 2GB.\n'])
  })
})

describe('what is empty was not meant: a shell variable that is not set', () => {
  it.each([
    ['--since', ['nothing.log', '--since', '']],
    ['--account', ['nothing.log', '--account', '']],
    ['--only', ['nothing.log', '--only', 'high,,low']],
    ['--output', ['nothing.log', '--output=']],
    ['--verdict', ['list', 'case', '--verdict', '']],
  ])('as the value of %s', async (option, args) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: '/' })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`${option}: its value is missing.`)
  })

  it.each([[['']], [['inspect', '']], [['account', '', 'nothing.log']], [['lookup', 'case', '']], [['note', 'case', '', '--by', 'x']]])(
    'as an argument: %j, which would be the working folder, or nobody',
    async (args) => {
      const { code, stdout, stderr } = await runCli(args, { cwd: '/' })
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('an argument is empty')
    },
  )
})

describe('a word outside a long list is answered with the command that shows the list', () => {
  it.each([
    ['ashiato formats', ['nothing.log', '--format', 'nonsense']],
    ['ashiato formats', ['formats', 'nonsense']],
    ['ashiato rules', ['nothing.log', '--only', 'nonsense']],
    ['ashiato rules', ['nothing.log', '--skip', 'nonsense']],
    ['ashiato rules', ['nothing.log', '--set', 'nonsense.x=1']],
    ['ashiato rules', ['rules', 'nonsense']],
    ['ashiato simulate --list', ['simulate', 'nonsense']],
  ])('%s: %j', async (command, args) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: '/' })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`, … (${command}).`)
  })
})
