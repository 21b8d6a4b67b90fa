import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/kernel/text-width.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { fitColumns } from '../../src/reports/table/grid.ts'
import { report } from '../../src/reports/table/index.ts'
import { CASES, emptyCase, LANGS, readCase, renderText } from './documents.ts'

const summaryOf = (text: string): string[] => text.slice(0, text.indexOf('\n\n==')).split('\n')
const time = (iso: string): { readonly time: number } => ({ time: Date.parse(iso) * 1000 })

/** The worked example of a large case: the figures, and the order of the lines. */
const largeCase = (): CaseDocument => {
  const document = readCase('shop-stuffing', 'ja')
  return {
    ...document,
    summary: {
      ...document.summary,
      first: '2026-11-17T15:00:00.000Z',
      last: '2026-11-21T18:15:40.000Z',
      headline: { messageId: 'campaign', data: { method: 'stuffing', compromised: 312, suspected: 87, max: 399 } },
      attempts: 5_060_270,
      triedIds: 1_204_113,
      triedMembers: 98_402,
      campaignSuccesses: 399,
      passwordKnown: 56,
      firstAttempt: '2026-11-20T09:02:11.000Z',
      firstTakeover: '2026-11-20T09:04:55.000Z',
      lastAttempt: '2026-11-21T18:12:40.000Z',
      active: true,
      secondsSinceLastAttempt: 180,
      afterLogin: { recorded: false, viewed: 241, changed: 9, pointsUsed: 2, purchased: 0, unknown: 147 },
      classes: { A: 388, B: 9, C: 2 },
      victims: {
        given: 50,
        found: 47,
        inLog: 47,
        missing: (['outside-period', 'outside-period', 'not-in-log'] as const).map((why, index) => ({
          account: `${index}`,
          why,
          near: null,
        })),
        shared: [],
      },
      caveats: [
        { id: 'gap', data: { input: 'web-3.log', from: time('2026-11-20T17:00:00Z'), to: time('2026-11-20T19:10:00Z') } },
        { id: 'proxy-addresses', data: { input: 'web-2.log', share: 0.98 } },
        { id: 'rules-skipped', data: { count: 4 } },
      ],
    },
  }
}

test('the summary of a large case in Japanese reads as responders write it', async () => {
  const lines = summaryOf(renderText(report, largeCase(), { lang: 'ja', zone: 'Asia/Tokyo', width: 120 }))
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    new URL('../../fixtures/reports/large-summary.ja.txt', import.meta.url).pathname,
  )
  expect(lines.map((line) => line.slice(0, 4).trim()).filter((label) => label !== '')).toEqual([
    'ashi',
    '結論',
    '継続性',
    '件数',
    '期間',
    '操作',
    '照合',
    '留意点',
    '今すぐ',
    '内訳',
  ])
  expect(lines.join('\n')).toContain('結論     パスワードリスト攻撃。不正ログインと判定 312、疑い 87(最大 399 アカウント)')
  expect(lines.join('\n')).toContain('最後の試行はログ末尾の 3分前 → 継続中の可能性')
  expect(lines.join('\n')).toContain(
    '試行 5,060,270回 / 試行ID 1,204,113個(会員と確認 98,402アカウント) / うち攻撃元から成功 399アカウント',
  )
  expect(lines.join('\n')).toContain('被害申告 50件中 47件を検出、未検出 3件(うち 2件はログ範囲外、1件はログに記録なし)')
})

test('what reported accounts share is told, or that they share nothing', () => {
  const document = largeCase()
  const trait = {
    kind: 'source' as const,
    value: '203.0.113.9',
    victims: 45,
    victimsOf: 47,
    others: 1,
    othersOf: 98_000,
    ratio: 93_830,
    accounts: [{ account: '100877', provider: 'shop', verdict: 'suspected' as const }],
    moreAccounts: 0,
  }
  const victims = document.summary.victims ?? undefined
  if (victims === undefined) throw new Error('the large case compares reports')
  const textOf = (shared: readonly (typeof trait)[]): string =>
    renderText(report, { ...document, summary: { ...document.summary, victims: { ...victims, shared } } }, { lang: 'ja', width: 160 })
  const nothing = '被害申告のあったアカウントだけに目立つ共通点は見つかりませんでした。'
  expect(textOf([])).toContain(nothing)
  expect(textOf([trait])).not.toContain(nothing)
  expect(textOf([trait])).toContain('203.0.113.9')
  expect(textOf([trait])).toContain('同じ特徴のあるほかのアカウント: 100877(')
})

describe('a step that is too long for its line', () => {
  test.each([
    ['en', ' (1,234 accounts)'],
    ['ja', '(対象 1,234アカウント)'],
  ] as const)('%s: keeps for how many it is', (lang, count) => {
    const document = largeCase()
    const [step] = document.steps
    if (step === undefined) throw new Error('the case is not what it was')
    const long = { ...step, id: 'case/C1', phase: 'contain' as const, priority: 1 as const, text: `${'連絡する'.repeat(30)}${count}` }
    const lines = summaryOf(renderText(report, { ...document, steps: [long] }, { lang, zone: 'Asia/Tokyo', width: 80 }))
    const [now] = lines.filter((line) => line.includes('連絡する'))
    expect(now?.endsWith(`…${count}`)).toBe(true)
    expect(displayWidth(now ?? '')).toBeLessThanOrEqual(80)
  })
})

describe('thirty lines of eighty columns', () => {
  test.each(LANGS)('%s: many caveats are counted, not dropped silently', (lang) => {
    const document = largeCase()
    const caveats = Array.from({ length: 40 }, (_, index) => ({
      id: 'zone-assumed',
      data: { input: `web-${index}.log`, zone: 'Asia/Tokyo' },
    }))
    const lines = summaryOf(
      renderText(report, { ...document, summary: { ...document.summary, caveats } }, { lang, zone: 'Asia/Tokyo', width: 80 }),
    )
    expect(lines.length).toBeLessThanOrEqual(30)
    expect(lines.join('\n')).toMatch(lang === 'ja' ? /! ほか\d+件/ : /! \d+ more/)
    expect(lines.at(-1)).toMatch(/--to json/)
  })
  test.each(LANGS)('%s: each caveat is shown or counted, and every other line stays, however little room there is', (lang) => {
    const document = largeCase()
    const told: string[] = []
    for (const count of [1, 2, 3, 7, 40]) {
      for (const width of [30, 36, 44, 60, 80]) {
        const caveats = Array.from({ length: count }, (_, index) => ({
          id: 'gap',
          data: { input: `web-${index}.example.co.jp.log`, from: time('2026-11-20T17:00:00Z'), to: time('2026-11-20T19:10:00Z') },
        }))
        const lines = summaryOf(
          renderText(report, { ...document, summary: { ...document.summary, caveats } }, { lang, zone: 'Asia/Tokyo', width }),
        )
        const text = lines.join('\n')
        const more = Number(/!\s+(?:ほか\s*(\d+)|(\d+)\s+more)/.exec(text)?.slice(1).find(Boolean) ?? 0)
        const shown = [...text.matchAll(/!\s+(?!\s|ほか|\d+\s+more)/g)].length
        told.push(`${count} of ${shown + more} at ${width}`)
        expect(shown, `${count} at ${width}`).toBeGreaterThan(0)
        expect(text.replaceAll(/\s+/g, ' '), `${count} at ${width}`).toMatch(/--to\s*json/)
      }
    }
    expect(told.filter((line) => !/^(\d+) of \1 at/.test(line))).toEqual([])
    expect(told).toHaveLength(25)
  })
  test.each(LANGS)('%s: no line is wider than the terminal, commands apart', (lang) => {
    for (const { name, zone } of CASES) {
      for (const width of [60, 80, 120, 160]) {
        const lines = renderText(report, readCase(name, lang), { lang, zone, width }).split('\n')
        const wide = lines.filter((line) => displayWidth(line) > width && !/^\s+\$ /.test(line))
        expect(wide).toEqual([])
      }
    }
  })
})

test('every time carries its offset', () => {
  for (const { name } of CASES) {
    const text = renderText(report, readCase(name, 'ja'), { lang: 'ja', zone: 'Asia/Tokyo', width: 160 })
    const prose = text
      .split('\n')
      .filter((line) => !/^\s+\$ /.test(line))
      .join('\n')
    const times = Array.from(prose.matchAll(/(?<![\d:+])\d\d:\d\d(?::\d\d)?(?![\d:])(.{0,6})/g), ([, after]) => after)
    expect(times.length).toBeGreaterThan(10)
    expect(times.filter((after) => !/^[+-]\d\d:\d\d/.test(after ?? ''))).toEqual([])
  }
})

test('column titles stand over their columns, wrapped only where the terminal is very narrow', () => {
  const header = (width: number): string =>
    renderText(report, readCase('okta-takeover', 'en'), { width })
      .split('\n')
      .find((line) => line.startsWith('  Time')) ?? ''
  expect(header(80).split(/ {2,}/).slice(1)).toEqual(['Time', 'Account', 'From', 'Risk', 'What was done'])
  expect(header(160).split(/ {2,}/).slice(1)).toEqual(['Time', 'Account', 'From', 'Program', 'Risk', 'What was done'])
})

test('columns take what their content needs, then share what there is, then shrink', () => {
  expect(fitColumns([5, 10], [5, 5], 80)).toEqual([5, 10])
  expect(fitColumns([20, 40], [10, 10], 40)).toEqual([14, 22])
  expect(fitColumns([20, 40], [20, 20], 24)).toEqual([10, 10])
  // Titles give way before what is least: 12 + 6 + 10 fit between two gaps, a title of 16 would not.
  expect(fitColumns([12, 16, 25], [12, 6, 10], 34, [7, 16, 7])).toEqual([12, 6, 10])
  expect(fitColumns([12, 16, 25], [12, 6, 10], 44, [7, 16, 7])).toEqual([12, 16, 10])
  expect(fitColumns([20, 40], [20, 20], 1)).toEqual([4, 4])
})

test('colour only where it is asked for, and it changes nothing but colour', () => {
  const document = readCase('shop-stuffing', 'en')
  const plain = renderText(report, document, { color: false })
  const colored = renderText(report, document, { color: true })
  expect(plain).not.toContain('\u001b')
  expect(colored).toContain('\u001b[')
  expect(colored.replace(/\u001b\[[\d;]*m/g, '').replace(/ +$/gm, '')).toBe(plain)
})

test('up to five accounts get their own commands, more are worked by class with a pointer', () => {
  const few = renderText(report, readCase('okta-takeover', 'en'), {})
  expect(few).toContain('/lifecycle/suspend')
  expect(few).not.toContain('Class A:')
  const many = renderText(report, readCase('shop-stuffing', 'en'), {})
  expect(many).toContain('Class C: money or goods lost (1 account)')
  expect(many).toContain('Every account has its own checklist')
  expect(many).not.toContain("app:session:purge '100231'")
})

test('an empty case says that nothing could be read, and never that all is well', () => {
  for (const lang of LANGS) {
    const text = renderText(report, emptyCase, { lang })
    expect(text).toContain(lang === 'ja' ? '1件も読み取れませんでした' : 'Not one login event could be read')
    expect(text).not.toMatch(/safe|安全|問題ありません/i)
  }
})
