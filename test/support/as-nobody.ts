import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

// The superuser, as whom tests run in containers, may read everything: what permissions do is seen by somebody else only.

/** Everywhere the one who owns nothing. */
const NOBODY = 65_534
const isSuperuser = process.getuid?.() === 0

const giveAway = (path: string): void => {
  chownSync(path, NOBODY, NOBODY)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) giveAway(inside)
    else if (entry.isFile()) chownSync(inside, NOBODY, NOBODY)
  }
}

/** `folder` becomes that somebody's for good; the folders above it, which are the superuser's alone, let them through. */
const handOver = (folder: string): void => {
  giveAway(folder)
  for (let above = dirname(folder); above !== dirname(tmpdir()) && above !== '/'; above = dirname(above)) chmodSync(above, 0o711)
}

/** Does this as somebody whom permissions hold. */
export const asNobody = async <Result>(folder: string, work: () => Promise<Result>): Promise<Result> => {
  if (!isSuperuser || process.seteuid === undefined) return work()
  handOver(folder)
  process.seteuid(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid(0)
  }
}

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).href
const PROGRAM = `
  const { argv, cwd, env, stdin, stdout, stderr } = process
  const { main } = await import('${MAIN}')
  process.exitCode = await main(['node', 'ashiato', ...argv.slice(1)], { stdin, stdout, stderr, cwd: cwd(), env, nowMs: Date.now })`

/** The command line in a process of somebody whom permissions hold: `access` asks who started a process, not as whom it acts for a while. */
export const runAsNobody = (cwd: string, args: readonly string[]): { readonly code: number | null; readonly stderr: string } => {
  if (isSuperuser) handOver(cwd)
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM, '--', ...args], {
    cwd,
    encoding: 'utf8',
    input: '',
    ...(isSuperuser ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  return { code: status, stderr }
}
