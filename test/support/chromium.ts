import { existsSync } from 'node:fs'
import { chromium, type CDPSession } from 'playwright-core'

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser to test with; undefined where none is installed. */
export const chromiumPath: string | undefined = PLACES.find((path) => path !== undefined && existsSync(path))
/** Said by tests that are skipped without it. */
export const WITHOUT_CHROMIUM = 'needs chromium (apt-get install chromium, or CHROMIUM=/path/to/it)'

type Fields = Readonly<Record<string, unknown>>
type Send = (method: string, params?: Fields) => Promise<Fields>

/** One open page of a real browser. */
export interface Page {
  /** The value of an expression in the page. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>
  /** A command of the browser's own protocol. */
  readonly send: Send
  /** Loads the page anew, and waits for it. */
  readonly reload: () => Promise<void>
  /** Console errors, exceptions and refusals by the page's policy. */
  readonly complaints: readonly string[]
  /** Addresses that were asked for, the page itself included. */
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

const sendBy =
  (session: CDPSession): Send =>
  (method, params = {}) =>
    (session.send as Send)(method, params)

/** Opens a page in a browser of its own; `before` are commands sent before it loads. */
export const openPage = async (url: string, before: readonly (readonly [method: string, params: Fields])[] = []): Promise<Page> => {
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  })
  try {
    const page = await browser.newPage()
    const complaints: string[] = []
    const requests: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => requests.push(request.url()))
    const session = await page.context().newCDPSession(page)
    const send = sendBy(session)
    for (const [method, params] of before) await send(method, params)
    await page.goto(url)
    const evaluate = async <Value>(expression: string): Promise<Value> => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
      return (result as { value: Value }).value
    }
    const reload = async (): Promise<void> => {
      await page.reload()
    }
    return { evaluate, send, reload, complaints, requests, close: () => browser.close() }
  } catch (error) {
    await browser.close()
    throw error
  }
}
