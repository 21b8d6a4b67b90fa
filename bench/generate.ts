import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { auth0 } from './encoders/auth0.ts'
import { csv, csvHeader } from './encoders/csv.ts'
import type { Encoder } from './encoders/encoder.ts'
import { entra } from './encoders/entra.ts'
import { okta } from './encoders/okta.ts'
import { sshd } from './encoders/sshd.ts'
import { population } from './population.ts'

const SHAPES: Readonly<Record<string, { readonly encode: Encoder; readonly header?: string; readonly extension: string }>> = {
  auth0: { encode: auth0, extension: 'ndjson' },
  okta: { encode: okta, extension: 'ndjson' },
  entra: { encode: entra, extension: 'ndjson' },
  sshd: { encode: sshd, extension: 'log' },
  csv: { encode: csv, header: csvHeader, extension: 'csv' },
}

/** Raised when the population or an encoder changes: older files are then not taken for the new ones. */
const VERSION = 5

/** Writes a data set once and keeps it under bench's cache; the name says everything it depends on. */
export const dataset = async (
  cache: string,
  shape: keyof typeof SHAPES & string,
  events: number,
  accounts: number,
  seed = 1,
): Promise<string> => {
  const { encode, header, extension } = SHAPES[shape] as (typeof SHAPES)[string]
  const path = join(cache, `${shape}-${events}-${accounts}-${seed}-v${VERSION}.${extension}`)
  if (existsSync(path)) return path
  mkdirSync(cache, { recursive: true })
  const out = createWriteStream(`${path}.part`)
  let lines = header === undefined ? [] : [header]
  for (const attempt of population(events, accounts, seed)) {
    lines.push(encode(attempt))
    if (lines.length < 5000) continue
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain')
    lines = []
  }
  out.end(lines.length > 0 ? `${lines.join('\n')}\n` : '')
  await once(out, 'finish')
  renameSync(`${path}.part`, path)
  return path
}
