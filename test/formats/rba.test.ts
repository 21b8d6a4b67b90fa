import { expect, test } from 'vitest'
import { format } from '../../src/formats/rba/index.ts'
import { carriedFields } from '../../src/formats/carried-fields.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS, readCorpus } from './decode-corpus.ts'

const PATH = 'rba/rba-sample.csv'

test('the labels that a result is measured against are not read', () => {
  const paths = JSON.stringify(format.shapes.map(({ fields, classify }) => [fields, classify.by]))
  expect(paths).toContain('login successful')
  expect(paths).not.toMatch(/attack ip|takeover/i)
  expect(carriedFields(format).has('providerRisk')).toBe(false)
})

test.skipIf(!hasCorpus)(`corpus: every row is a login, by its own column — ${NO_CORPUS}`, () => {
  const { fates, kinds, events } = decodeCorpus(format, PATH)
  expect(fates).toEqual({ used: 19 })
  expect(kinds).toEqual({ 'login/success': 7, 'login/failure/bad-credentials': 12 })
  expect(events[2]).toMatchObject({
    time: '2020-02-03T12:43:55.873Z',
    account: '-3284137479262433373',
    ip: '81.167.144.58',
    geo: { country: 'NO', region: 'Vestland', city: 'Urangsvag' },
    asn: 29695,
  })
})

test.skipIf(!hasCorpus)(`corpus: ids beyond the safe integers keep every digit — ${NO_CORPUS}`, () => {
  const text = readCorpus(PATH)
  expect(decodeCorpus(format, PATH).events.filter(({ account }) => !text.includes(`,${String(account)},`))).toEqual([])
})
