import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { report as html } from '../../src/reports/html/index.ts'
import type { CaseAccount, CaseDocument, RenderOptions } from '../../src/model/case.ts'
import { chromiumPath, openPage, WITHOUT_CHROMIUM, type Page } from '../support/chromium.ts'
import { HOSTILE, hostileCase, LANGS, readCase, renderText } from './documents.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

const write = (name: string, document: CaseDocument, options: Partial<RenderOptions>): string => {
  const path = join(folder, name)
  writeFileSync(path, renderText(html, document, options))
  return pathToFileURL(path).href
}

const onPage = async (url: string, use: (page: Page) => Promise<void>, before: Parameters<typeof openPage>[1] = []): Promise<void> => {
  const page = await openPage(url, before)
  try {
    await use(page)
    expect(page.complaints).toEqual([])
    expect(page.requests.filter((request) => !request.startsWith('blob:'))).toEqual([url])
  } finally {
    await page.close()
  }
}

const rows = 'document.querySelectorAll("#rows > .account").length'
const input = (id: string, value: string, event: string): string =>
  `(() => { const it = document.getElementById('${id}'); it.value = ${JSON.stringify(value)}; it.dispatchEvent(new Event('${event}', { bubbles: true })) })()`
const settled = 'new Promise((done) => setTimeout(done, 300))'
/** True at last, or five seconds later: a busy machine takes longer than any pause that one would choose. */
const until = (condition: string): string =>
  `new Promise((done) => { const end = Date.now() + 5000; const look = () => ((${condition}) || Date.now() > end ? done(true) : setTimeout(look, 20)); look() })`

/** Sixty thousand accounts, as many entered as tried. */
const largeCase = (): CaseDocument => {
  const document = readCase('shop-stuffing', 'en')
  const accounts = Array.from({ length: 60_000 }, (_, index) => {
    const model = document.accounts[index % document.accounts.length] as CaseAccount
    const account = `user-${String(index).padStart(6, '0')}`
    const checklist = model.checklist.map((step) => ({
      ...step,
      commands: step.commands.map((command) => ({ ...command, command: command.command.replaceAll(model.account, account) })),
    }))
    return { ...model, account, names: [`${account}@example.jp`], checklist }
  })
  return { ...document, accounts }
}

describe.skipIf(chromiumPath === undefined)(`in a real browser (${WITHOUT_CHROMIUM})`, () => {
  test.each(LANGS)('%s: opens, finds, filters, orders, without a complaint or a request', async (lang) => {
    const document = readCase('shop-stuffing', lang)
    await onPage(write(`shop.${lang}.html`, document, { lang, zone: 'Asia/Tokyo' }), async ({ evaluate }) => {
      expect(await evaluate('document.documentElement.lang')).toBe(lang)
      expect(await evaluate(rows)).toBe(document.accounts.length)
      await evaluate(input('filter-verdict', 'compromised', 'change'))
      expect(await evaluate(rows)).toBe(document.summary.accounts.compromised)
      await evaluate(input('filter-class', 'C', 'change'))
      expect(await evaluate(rows)).toBe(document.summary.classes.C)
      await evaluate(input('filter-class', '', 'change') + ';' + input('filter-verdict', '', 'change'))
      await evaluate(`${input('search', '100877', 'input')};${settled}`)
      expect(await evaluate('[...document.querySelectorAll("#rows .account-id")].map((one) => one.firstChild.textContent)')).toEqual([
        '100877',
      ])
      await evaluate(`${input('search', '', 'input')};${settled}`)
      await evaluate(input('sort', 'account', 'change'))
      const order = await evaluate<string[]>('[...document.querySelectorAll("#rows .account-id")].map((one) => one.firstChild.textContent)')
      expect(order).toEqual(order.toSorted())
    })
  })

  test('ticks and decisions survive a reload and come out as CSV with exact ids', async () => {
    const url = write('ticks.html', readCase('okta-takeover', 'en'), {})
    const page = await openPage(url)
    try {
      const { evaluate, reload } = page
      await evaluate('document.querySelector("#rows .account").open = true')
      await evaluate(until('document.querySelector("#rows .step input")'))
      await evaluate('document.querySelector("#rows .step input").click()')
      await evaluate('document.querySelector("#checklist .step input").click()')
      await evaluate(
        `(() => { const it = document.querySelector('#rows .decide select'); it.value = 'confirmed'; it.dispatchEvent(new Event('change')) })()`,
      )
      await evaluate(
        `(() => { const it = document.querySelector('#rows .decide .why'); it.value = 'called, "not me"'; it.dispatchEvent(new Event('change')) })()`,
      )
      await reload()
      await evaluate('document.querySelector("#rows .account").open = true')
      await evaluate(until('document.querySelector("#rows .step input")?.checked'))
      expect(await evaluate('document.querySelector("#rows .step input").checked')).toBe(true)
      expect(await evaluate('document.querySelector("#checklist .step input").checked')).toBe(true)
      expect(await evaluate('document.querySelector("#rows .decide select").value')).toBe('confirmed')
      await evaluate('window.saved = []; URL.createObjectURL = (blob) => { saved.push(blob.text()); return "#" }')
      await evaluate('document.getElementById("export-decisions").click(); document.getElementById("export-ticks").click()')
      const [decisions = '', ticks = ''] = await evaluate<string[]>('Promise.all(saved)')
      expect(decisions).toBe(
        'account,provider,tenant,decision,why\n00u1invented0000001A,okta,example.okta.com,confirmed,"called, ""not me"""\n',
      )
      expect(
        ticks
          .split('\n')
          .slice(1, 3)
          .map((line) => line.split(',').slice(0, 5).join(',')),
      ).toEqual([expect.stringMatching(/^00u1invented0000001A,okta,example.okta.com,account,/), expect.stringMatching(/^,,,case,/)])
      expect(page.complaints).toEqual([])
    } finally {
      await page.close()
    }
  })

  test('hostile names are text, folded and unfolded', async () => {
    await onPage(write('hostile.html', hostileCase(HOSTILE), {}), async ({ evaluate }) => {
      await evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))')
      await evaluate(settled)
      expect(await evaluate('document.scripts.length')).toBe(2)
      expect(await evaluate('document.querySelectorAll("#rows b:not(.verdict):not(.body b), main img, main iframe").length')).toBe(0)
      expect(await evaluate('document.querySelector("#rows .account-id").textContent')).toContain('<script>alert(1)</script>')
      expect(await evaluate('document.querySelector("#rows pre").textContent')).toContain('<script>alert(1)</script>')
    })
  })

  test('without a script the accounts, their reasons and steps are there', async () => {
    const document = readCase('okta-takeover', 'en')
    const page = await openPage(write('plain.html', document, {}), [['Emulation.setScriptExecutionDisabled', { value: true }]])
    try {
      expect(await page.evaluate('document.getElementById("controls").hidden')).toBe(true)
      expect(await page.evaluate('document.querySelectorAll("#rows .step").length')).toBe(
        document.accounts.reduce((sum, { checklist }) => sum + checklist.length, 0),
      )
      expect(await page.evaluate('document.querySelector("#rows .body").textContent')).toContain(document.accounts[0]?.checklist[0]?.text)
    } finally {
      await page.close()
    }
  })

  test('nothing runs over the side, in a phone, a laptop and on paper; it prints to PDF', async () => {
    await onPage(write('wide.html', readCase('shop-stuffing', 'ja'), { lang: 'ja', zone: 'Asia/Tokyo' }), async ({ evaluate, send }) => {
      for (const width of [360, 1200]) {
        await send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false })
        expect(await evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
      const { data } = await send('Page.printToPDF', { printBackground: true })
      const pdf = Buffer.from(String(data), 'base64')
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.length).toBeGreaterThan(20_000)
    })
  })

  test('on a telephone a table scrolls instead of breaking its words into letters, and shows that there is more', async () => {
    await onPage(write('phone.html', readCase('shop-stuffing', 'ja'), { lang: 'ja' }), async ({ evaluate, send }) => {
      await send('Emulation.setDeviceMetricsOverride', { width: 390, height: 844, deviceScaleFactor: 1, mobile: false })
      const widths = await evaluate(
        '[...document.querySelectorAll(".sheet td:not(.number)")].map((cell) => cell.getBoundingClientRect().width)',
      )
      expect(Math.min(...(widths as number[]))).toBeGreaterThanOrEqual(100)
      expect(await evaluate('getComputedStyle(document.querySelector(".sheet")).backgroundAttachment')).toContain('scroll')
    })
  })

  test('60,000 accounts: a page of them is drawn, and a search answers within two seconds', async () => {
    await onPage(write('large.html', largeCase(), {}), async ({ evaluate }) => {
      expect(await evaluate(rows)).toBe(100)
      const took = await evaluate<number>(`(async () => { const start = performance.now(); ${input('search', 'user-059999', 'input')};
        while (${rows} !== 1) await new Promise((done) => setTimeout(done, 20)); return performance.now() - start })()`)
      expect(took).toBeLessThan(2000)
      expect(await evaluate('document.querySelector("#rows .account-id").firstChild.textContent')).toBe('user-059999')
    })
  }, 120_000)
})
