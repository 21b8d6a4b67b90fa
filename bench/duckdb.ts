import { DuckDBInstance } from '@duckdb/node-api'
import { loadStatement, questions } from './questions.ts'

// The database's turn: load, then every question; seconds as JSON on stdout.
const instance = await DuckDBInstance.create(':memory:', { threads: process.argv[3] ?? '2' })
const connection = await instance.connect()
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedMs = performance.now()
  await work()
  return (performance.now() - startedMs) / 1000
}
const load = await timed(() => connection.run(loadStatement(process.argv[2] ?? '', process.argv[4] ?? 'auth0')))
let asked = 0
for (const statement of Object.values(questions)) asked += await timed(() => connection.runAndReadAll(statement))
process.stdout.write(`${JSON.stringify({ load, asked })}\n`)
connection.closeSync()
