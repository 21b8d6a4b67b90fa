import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { makeInputFolder } from './support/input-folder.ts'
import { runCli } from './support/run-cli.ts'

const CASES = fileURLToPath(new URL('../../fixtures/cli/', import.meta.url))

interface CliCase {
  readonly args: readonly string[]
  readonly stdin?: 'terminal'
}

const folder = makeInputFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What stands in for the folder that the machine chose. */
const portable = (text: string): string => text.replaceAll(folder, '<folder>')

/** What a person sees: each case is a folder with the arguments, what came out on either stream, and the exit code. */
describe.each(readdirSync(CASES))('ashiato, case %s', (name) => {
  const { args, stdin } = JSON.parse(readFileSync(join(CASES, name, 'args.json'), 'utf8')) as CliCase

  it('says what is expected, and ends with the expected code', async () => {
    const run = await runCli(args, { cwd: folder, ...(stdin === undefined ? {} : { stdin }) })
    await expect(portable(run.stdout)).toMatchFileSnapshot(join(CASES, name, 'expected.stdout'))
    await expect(portable(run.stderr)).toMatchFileSnapshot(join(CASES, name, 'expected.stderr'))
    await expect(`${run.code}\n`).toMatchFileSnapshot(join(CASES, name, 'expected.code'))
  })
})
