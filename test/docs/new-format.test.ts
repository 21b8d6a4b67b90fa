import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyProject } from '../support/project-copy.ts'

const ID = 'acme-sso'

describe('npm run new:format', () => {
  const copy = copyProject()
  const newFormat = (...args: string[]) => copy.script('new-format.ts', ...args)
  const read = (path: string): string => readFileSync(join(copy.folder, path), 'utf8')

  beforeAll(() => {
    const made = newFormat(ID)
    expect(made.stderr).toBe('')
    expect(made.status).toBe(0)
  })
  afterAll(() => rmSync(copy.folder, { recursive: true }))

  it('makes a format of that name, known to the registry, with a sample and a page', () => {
    expect(read(`src/formats/${ID}/index.ts`)).toContain(`id: '${ID}'`)
    expect(read('src/formats/registry.ts')).toContain(`./${ID}/index.ts`)
    expect(read('src/formats/samples.ts')).toContain(`"${ID}"`)
    expect(read(`docs/formats/${ID}.md`)).toContain('login.succeeded')
    expect(existsSync(join(copy.folder, `docs/formats/_template.md`))).toBe(false)
  })
  it('makes a format that the suite of all formats passes from the first minute, and whose records no other format takes', () => {
    const { passed, failed } = copy.suite('test/conformance/formats.test.ts', `${ID}|no record is claimed|fixtures belong`)
    expect(failed).toEqual([])
    expect(passed).toBe(9)
  })
  it('refuses an id that is taken or is no id', () => {
    for (const id of [ID, 'okta', 'Acme SSO', '']) {
      const { status, stderr } = newFormat(id)
      expect(status, id).toBe(2)
      expect(stderr.split('\n')).toHaveLength(2)
    }
  })
})
