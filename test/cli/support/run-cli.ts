import { Readable, Writable } from 'node:stream'
import { main } from '../../../src/cli/main.ts'
import type { Io } from '../../../src/cli/io.ts'

export interface CliRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface CliSettings {
  readonly cwd: string
  /** What is piped in; `terminal`: nothing is, a person sits there. */
  readonly stdin?: string | Buffer | 'terminal'
  readonly env?: Io['env']
  /** Both outputs are terminals of this many columns. */
  readonly columns?: number
  readonly signals?: Io['signals']
}

const collector = (columns: number | undefined): { readonly stream: Writable & Io['stdout']; readonly text: () => string } => {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer | string, _, done) => {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  return {
    stream: Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns }),
    text: () => Buffer.concat(chunks).toString(),
  }
}

const inputStream = (stdin: CliSettings['stdin']): Io['stdin'] => {
  if (stdin === 'terminal') return Object.assign(Readable.from([]), { isTTY: true })
  return Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)])
}

/** Runs one command line inside this process, with a fixed clock and nothing of the machine's environment. */
export const runCli = async (args: readonly string[], settings: CliSettings): Promise<CliRun> => {
  const [stdout, stderr] = [collector(settings.columns), collector(settings.columns)]
  const code = await main(['node', 'ashiato', ...args], {
    stdin: inputStream(settings.stdin),
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd: settings.cwd,
    env: { COLUMNS: '80', NO_COLOR: '1', ...settings.env },
    nowMs: () => Date.UTC(2026, 10, 22, 3, 15),
    ...(settings.signals === undefined ? {} : { signals: settings.signals }),
  })
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}
