import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser to test with; undefined where none is installed. */
export const chromiumPath: string | undefined = PLACES.find((path) => path !== undefined && existsSync(path))
/** Said by tests that are skipped without it. */
export const WITHOUT_CHROMIUM = 'needs chromium (apt-get install chromium, or CHROMIUM=/path/to/it)'

type Fields = Readonly<Record<string, unknown>>
interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Fields
  readonly result?: Fields
  readonly error?: { readonly message: string }
}

/** One open page, driven over the browser's own debugging pipe: no port, no network. */
export interface Page {
  /** The value of an expression in the page. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>
  readonly send: (method: string, params?: Fields) => Promise<Fields>
  /** Console errors, exceptions and refusals by the page's policy. */
  readonly complaints: readonly string[]
  /** Addresses that were asked for, the page itself included. */
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

const wire = (child: ChildProcess, onEvent: (method: string, params: Fields) => void) => {
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable]
  const waiting = new Map<number, { readonly done: (result: Fields) => void; readonly fail: (error: Error) => void }>()
  let pending = ''
  let last = 0
  const receive = ({ id, method, params, result, error }: Message): void => {
    if (id === undefined) return onEvent(method ?? '', params ?? {})
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.done(result ?? {})
    else asked?.fail(new Error(error.message))
  }
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (pending + text).split('\0')
    pending = messages.pop() ?? ''
    for (const message of messages) receive(JSON.parse(message) as Message)
  })
  child.once('exit', () => waiting.forEach(({ fail }) => fail(new Error('the browser has gone'))))
  return (method: string, params: Fields, sessionId?: string): Promise<Fields> =>
    new Promise((done, fail) => {
      last += 1
      waiting.set(last, { done, fail })
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })
}

const start = (profile: string): ChildProcess =>
  spawn(
    chromiumPath ?? '',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--hide-scrollbars',
      '--disable-dev-shm-usage',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )

const textOf = (method: string, params: Fields): string | undefined => {
  if (method === 'Runtime.exceptionThrown') return JSON.stringify(params['exceptionDetails'])
  if (method === 'Log.entryAdded') return JSON.stringify(params['entry'])
  return method === 'Runtime.consoleAPICalled' && params['type'] === 'error' ? JSON.stringify(params['args']) : undefined
}

const openIn = async (
  child: ChildProcess,
  url: string,
  before: readonly (readonly [method: string, params: Fields])[],
): Promise<Omit<Page, 'close'>> => {
  const complaints: string[] = []
  const requests: string[] = []
  let loaded: () => void = () => undefined
  const isLoaded = new Promise<void>((done) => (loaded = done))
  const send = wire(child, (method, params) => {
    const complaint = textOf(method, params)
    if (complaint !== undefined) complaints.push(complaint)
    if (method === 'Network.requestWillBeSent') requests.push((params['request'] as { url: string }).url)
    if (method === 'Page.loadEventFired') loaded()
  })
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const ask = (method: string, params: Fields = {}): Promise<Fields> => send(method, params, String(sessionId))
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await ask(`${domain}.enable`)
  for (const [method, params] of before) await ask(method, params)
  await ask('Page.navigate', { url })
  await isLoaded
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const { result, exceptionDetails } = await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { value: Value }).value
  }
  return { evaluate, send: ask, complaints, requests }
}

/** Opens a page in a browser of its own; `before` are commands sent before it loads. */
export const openPage = async (url: string, before: readonly (readonly [method: string, params: Fields])[] = []): Promise<Page> => {
  const profile = mkdtempSync(join(tmpdir(), 'ashiato-chromium-'))
  const child = start(profile)
  const page = await openIn(child, url, before)
  const close = (): Promise<void> =>
    new Promise((done) => {
      child.once('exit', () => {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
        done()
      })
      child.kill('SIGKILL')
    })
  return { ...page, close }
}
