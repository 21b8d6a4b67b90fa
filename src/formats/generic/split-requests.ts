import { nameKey } from './column-name.ts'
import { valuesOf, type SampleTable } from './table.ts'
import type { Text } from './text.ts'

type Row = SampleTable['rows'][number]

/** Of a sample cut off somewhere, and of requests that were broken off, some have no other half. */
const MOST = 0.8

const isStatus = (value: string): boolean => /^[1-5]\d\d$/.test(value)
const isTarget = (value: string): boolean => /^(?:[A-Z]{3,7} )?\/\S*$/.test(value)
const columnOf = (table: SampleTable, isOne: (value: string) => boolean): string | undefined =>
  table.names.find((name) => {
    const values = valuesOf(table, name)
    return values.length > 0 && values.every(isOne)
  })

/** Are these two halves of a request, what was asked for in one and how it ended in the other? */
const areHalves = (rows: readonly Row[], target: string, status: string): boolean =>
  rows.length === 2 && rows.some((row) => row.has(target) && !row.has(status)) && rows.filter((row) => row.has(status)).length === 1

const joins = ({ rows }: SampleTable, id: string, target: string, status: string): boolean => {
  const groups = Map.groupBy(rows, (row) => row.get(id))
  groups.delete(undefined)
  const halves = [...groups.values()].filter((group) => areHalves(group, target, status))
  return halves.length > 1 && 2 * halves.length > rows.length * MOST
}

/** Counters begin anew with each process: Fastify's `reqId`, https://fastify.dev/docs/latest/Reference/Logging/ */
const PROCESS = ['pid', 'hostname']

const commandFor = (id: string, { names }: SampleTable): string => {
  const keys = [id, ...PROCESS.filter((name) => names.includes(name))].map((name) => `.${name}`)
  return `jq -s -c 'group_by([${keys.join(', ')}])[] | add' LOG > joined.ndjson`
}

/** Why requests that are told in two records each are not read, and how to make one of them; undefined where they are not. */
export const splitRequests = (table: SampleTable): Text | undefined => {
  const target = columnOf(table, isTarget)
  const status = columnOf(table, isStatus)
  if (table.kind !== 'json' || target === undefined || status === undefined) return undefined
  const id = table.names.find((name) => /^[\w.]+$/.test(name) && nameKey(name).endsWith('id') && joins(table, name, target, status))
  if (id === undefined) return undefined
  const command = commandFor(id, table)
  return {
    en: `each request is told in two records that "${id}" joins, what was asked for ("${target}") in one and how it ended ("${status}") in the other; make one of them first, for instance: ${command}`,
    ja: `1件のリクエストが、"${id}" でつながる2件のレコード(内容 "${target}" と結果 "${status}")に分かれています。先に1件にまとめてください。例: ${command}`,
  }
}
