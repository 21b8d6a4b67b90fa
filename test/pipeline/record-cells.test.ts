import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/registry.ts'
import { allCases } from '../support/format-fixtures.ts'
import { readBothWays } from '../support/read-both-ways.ts'

const { agree } = readBothWays()

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Objects of a format's fixtures, each on one line. */
const objectsOf = (id: string): readonly string[] =>
  allCases()
    .filter(({ format, inputName }) => format === id && /\.(?:nd)?json$/.test(inputName))
    .flatMap(({ input, inputName }) => {
      try {
        const text = input.replace(/^\uFEFF/, '')
        const found = inputName.endsWith('.ndjson')
          ? text
              .split('\n')
              .filter((line) => line.startsWith('{'))
              .map((line): unknown => JSON.parse(line))
          : [JSON.parse(text) as unknown].flat()
        return found.map((one) => JSON.stringify(one))
      } catch {
        return []
      }
    })

const HEADERS = ['_time,host,_raw', '@timestamp,@message', 'date,service,message', 'RecordId,CreationDate,AuditData,More'] as const
type Header = (typeof HEADERS)[number]

/** A table with this header, of which each row has the cell where the record stands. */
const tableOf = (header: Header, cells: readonly string[], end = '\n'): string => {
  const before = header.split(',').findIndex((name) => ['_raw', '@message', 'message', 'AuditData'].includes(name))
  const after = header.split(',').length - before - 1
  const row = (cell: string, at: number): string =>
    [...Array.from({ length: before }, () => String(at)), cell, ...Array.from({ length: after }, () => '"a ""b""\n"')].join(',')
  return [header, ...cells.map(row), ''].join(end)
}

type Damage = (text: string) => string
/** What may have become of a cell on its way. */
const damage = fc.constantFrom<Damage>(
  (text) => text.slice(0, text.length >> 1),
  (text) => `${text} `,
  (text) => ` ${text}`,
  (text) => `${text}x`,
  (text) => `${text}${text}`,
  (text) => `[${text}]`,
  (text) => text.replace('":', '" :'),
  (text) => text.replace(',', ',\n'),
  (text) => text.replace('{"', '{"id":"twice","id":"again","'),
  (text) => text.replace(/":"(?=[a-z])/, '":"\\u0041\\"'),
  (text) => text.replace(/":"(?=[a-z])/, '":"日本'),
  (text) => `{"log":${text},"stream":"stdout"}`,
  (text) => `{"message":${JSON.stringify(text)}}`,
  (text) => `{"index":{"_id":"${text.length}"}}`,
  (text) => JSON.stringify(text),
  (text) => `Dec 10 06:55:46 web app: ${text}`,
  () => 'no object',
  () => '{}',
  () => '',
)

describe('reading objects in the cells of a table', () => {
  it.each(formats.map(({ id }) => id).filter((id) => objectsOf(id).length > 0))(
    'comes to what reading in full comes to: %s',
    async (id) => {
      for (const header of HEADERS) await agree(tableOf(header, objectsOf(id).map(quoted)))
    },
  )

  it('does so for cells that were damaged, or hold something else', async () => {
    const objects = ['m365', 'okta', 'entra', 'auth0', 'keycloak', 'google-workspace'].flatMap(objectsOf)
    const cell = fc
      .tuple(fc.constantFrom(...objects), fc.option(damage, { freq: 3 }), fc.boolean())
      .map(([text, harm, isBare]) => (isBare && harm !== null ? harm(text).replaceAll(/[",\n]/g, '') : quoted(harm?.(text) ?? text)))
    const table = fc
      .tuple(fc.constantFrom(...HEADERS), fc.array(cell, { minLength: 60, maxLength: 120 }), fc.constantFrom('\n', '\r\n'))
      .map(([header, cells, end]) => tableOf(header, cells, end))
    let events = 0
    await fc.assert(
      fc.asyncProperty(table, async (content) => {
        events += await agree(content)
      }),
      { numRuns: 40 },
    )
    expect(events).toBeGreaterThan(1000)
  })

  it('does so where a segment is full of them', async () => {
    const objects = objectsOf('okta').map(quoted)
    const rows = Array.from({ length: 3000 }, (_, at) => objects[at % objects.length] as string)
    expect(await agree(tableOf('_time,host,_raw', rows))).toBeGreaterThan(2000)
  })

  it('does so for objects that are guessed', async () => {
    const cells = Array.from({ length: 3000 }, (_, at) =>
      quoted(
        JSON.stringify({
          timestamp: new Date(Date.UTC(2026, 9, 1) + at * 61_000).toISOString(),
          user_id: `M${at % 40}`,
          action: 'login',
          ip: `192.0.2.${at % 40}`,
          result: at % 7 === 3 ? 'failure' : 'success',
        }),
      ),
    )
    expect(await agree(tableOf('_time,host,_raw', cells))).toBe(3000)
  })
})
