import Table from 'cli-table3'
import { userError } from '../../kernel/user-error.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { Format } from '../../formats/define-format.ts'
import { formats as all } from '../../formats/registry.ts'
import { runnableRules } from '../../pipeline/runnable-rules.ts'
import { carriedFields } from '../../formats/carried-fields.ts'
import { EXIT, type Io } from '../io.ts'
import { parseChoice } from '../values.ts'
import { writeOut } from '../write-out.ts'

const status = (format: Format): string => {
  const { unverified = [], shapes } = format
  if (unverified.length === 0) return ''
  return unverified.length >= shapes.length ? 'from documentation, unverified' : `from documentation, unverified: ${unverified.join(', ')}`
}

const listFormats = (): string => {
  const table = new Table({ head: ['id', 'title', 'session', 'agent', 'place', 'rules', ''], style: { head: [], border: [] } })
  const mark = (is: boolean): string => (is ? 'yes' : '-')
  for (const format of all) {
    const carried = carriedFields(format)
    table.push([format.id, format.title, mark(carried.has('session')), mark(carried.has('userAgent')), mark(carried.has('country') || carried.has('lat')), `${runnableRules(format).length}`, status(format)])
  }
  return `${table.toString()}\n`
}

const describeFormat = (format: Format, lang: Lang): string =>
  [
    `${format.id}  ${format.title}`, '', format.howToExport[lang], '',
    `shapes    ${format.shapes.map(({ name, kind }) => `${name} (${kind})`).join(', ')}`,
    `times     ${format.zone}`, `accounts  ${format.provider}${format.names === undefined ? '' : ' (by name)'}`,
    `carries   ${[...carriedFields(format)].join(', ')}`,
    `rules     ${runnableRules(format).join(', ')}`,
    ...(status(format) === '' ? [] : [status(format)]),
    `spec      ${format.spec}`, '',
  ].join('\n')

/** `ashiato formats [ID]` */
export const formats = async (id: string | undefined, language: string, io: Io): Promise<number> => {
  const lang = parseChoice<Lang>(language, '--lang', ['en', 'ja'])
  const found = id === undefined ? undefined : all.find((format) => format.id === id)
  if (id !== undefined && found === undefined) throw userError(`formats: "${id}" is not known.`, `Known: ${all.map((format) => format.id).join(', ')}. Any other log: see docs/MAPPING.md.`)
  await writeOut(io, undefined, [found === undefined ? listFormats() : describeFormat(found, lang)])
  return EXIT.done
}
