/** Pictures of the HTML report for docs/CASE-FOLDER.md, of a fixture, in a real browser: `node scripts/screenshots.ts`. Look at each before committing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const ROOT = join(import.meta.dirname, '..')
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FIXTURE = join(ROOT, 'fixtures/cases/shop-csv')
const LANGS = ['en', 'ja'] as const
const WIDTH = 1200
const PICTURES = [
  { name: 'report', height: 1750, dark: { en: false, ja: false }, opens: false },
  { name: 'report-accounts', height: 1100, dark: { en: false, ja: true }, opens: true },
] as const

/** The first account of the list, opened, at the top of the window. */
const OPEN_FIRST = `
  document.querySelector('#accounts details summary, details.account summary')?.click()
  document.querySelector('#accounts')?.scrollIntoView()
`

const folder = mkdtempSync(join(tmpdir(), 'screenshots-'))
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--hide-scrollbars'] })
try {
  for (const lang of LANGS) {
    const file = join(folder, `${lang}.html`)
    const options = ['--to', 'html', '--output', file, '--lang', lang, '--timezone', 'Asia/Tokyo', '--tz-out', 'Asia/Tokyo', '--quiet']
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/ashiato.js'), FIXTURE, ...options], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    for (const { name, height, dark, opens } of PICTURES) {
      const page = await browser.newPage({ viewport: { width: WIDTH, height }, colorScheme: dark[lang] ? 'dark' : 'light' })
      await page.goto(pathToFileURL(file).href)
      if (opens) await page.evaluate(OPEN_FIRST)
      await page.screenshot({ path: join(ROOT, `docs/screenshots/${name}-${lang}.png`) })
      await page.close()
    }
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
