import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/cli/main.ts'
import { DEMO_NOW, DEMO_WIDTH } from './demo.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What a terminal of fixed width would show of one command, stdout and stderr as they come, and how it ended. */
export interface Transcript {
  readonly text: string
  readonly code: number
}

/** Commands that read logs: only they take a clock. */
const READS = new Set(['scan', 'inspect', 'account'])
const OTHERS = new Set(['formats', 'rules', 'simulate', 'completion', '--help', '--version'])

const withClock = (args: readonly string[]): readonly string[] => {
  const [command = ''] = args
  if (OTHERS.has(command)) return args
  return READS.has(command) ? [command, '--now', DEMO_NOW, ...args.slice(1)] : ['--now', DEMO_NOW, ...args]
}

/** Runs the command line in this process, as a person at a colourless terminal would see it. */
export const runCli = async (args: readonly string[]): Promise<Transcript> => {
  const chunks: string[] = []
  const collect = (isTTY: boolean): Writable & { readonly isTTY: boolean; readonly columns: number } =>
    Object.assign(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          chunks.push(chunk.toString('utf8'))
          done()
        },
      }),
      { isTTY, columns: DEMO_WIDTH },
    )
  const io = {
    stdin: Object.assign(Readable.from([]), { isTTY: true }),
    stdout: collect(true),
    // Not a terminal: a progress line would be redrawn over itself.
    stderr: collect(false),
    cwd: ROOT,
    env: { NO_COLOR: '1' },
    nowMs: () => Date.parse(DEMO_NOW),
  }
  const exitCode = await main(['node', 'ashiato', ...withClock(args)], io)
  return { text: chunks.join(''), code: exitCode }
}
