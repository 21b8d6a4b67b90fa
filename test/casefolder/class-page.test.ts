import { expect, test } from 'vitest'
import { BULK_FOLDER, scriptsOfClass } from '../../src/casefolder/bulk-files.ts'
import { classPage } from '../../src/casefolder/checklist-page.ts'
import { classOfAccount } from '../../src/casefolder/decided.ts'
import { isCounted } from '../../src/model/counted.ts'
import type { Lang } from '../../src/model/vocabulary.ts'
import { readCase } from '../reports/documents.ts'

const pageOf = (lang: Lang, scripts: readonly string[] = ['03_checklist/bulk/A-my-shop.sh']): string =>
  [...classPage(readCase('shop-stuffing', lang), 'A', scripts, { lang, zone: 'UTC' })].join('')

test('a class is named by its list and its scripts, not by fifty ids in each of its steps', () => {
  const document = readCase('shop-stuffing', 'en')
  const size = document.accounts.filter((account) => isCounted(account) && classOfAccount(account) === 'A').length
  expect(size).toBeGreaterThan(10)
  const together = pageOf('en').split('\n## ')[0] ?? ''
  expect(together).toContain('class A in 04_lists/reset.csv')
  expect(together).toMatch(/prints only.*: 03_checklist\/bulk\/A-my-shop\.sh\n/)
  expect(together).toContain(`${size} accounts (the whole class)\n`)
  // Options of another command are no way to the rest of a case folder's list.
  expect(together).not.toContain('--to csv')
  expect(pageOf('ja')).toContain(`${size}アカウント (区分の全件)`)
  expect(pageOf('ja', [])).not.toContain('スクリプト')
})

test('a step for some of a class names the first of them, and where the others are', () => {
  const whole = readCase('shop-stuffing', 'en')
  const steps = whole.steps.map((step) => (step.id === 'A1' ? { ...step, list: Array.from({ length: 30 }, (_, at) => `m-${at}`) } : step))
  const page = [...classPage({ ...whole, steps }, 'A', [], { lang: 'en', zone: 'UTC' })].join('')
  expect(page).toMatch(/: 30 accounts (?:`[^`]+` ){20}… 10 more: the list of step A1 in case\.json\n/)
})

test('the scripts of a class are its own', () => {
  const files = ['A-okta.sh', 'B-entra.ps1', 'B-okta.sh'].map((name) => ({ path: `${BULK_FOLDER}/${name}` }))
  expect(scriptsOfClass(files, 'B')).toEqual(['03_checklist/bulk/B-entra.ps1', '03_checklist/bulk/B-okta.sh'])
})
