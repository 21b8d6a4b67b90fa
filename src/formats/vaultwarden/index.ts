import { defineFormat, isoTime, type Classified, type TextShape } from '../define-format.ts'
import { messages } from './codes.ts'
import { cutLines } from './cut-lines.ts'
import { PATTERNS, SERVER_LINE } from './lines.ts'

/** A line of Vaultwarden's own with an address is about a client: in a wording that is not known here it must not be skipped in silence. */
const classify = (pattern?: string): Classified =>
  pattern !== undefined && Object.hasOwn(messages, pattern)
    ? { ...messages[pattern as keyof typeof messages], code: pattern }
    : { reject: 'unknown-code', detail: 'wording of a refusal' }

const text: TextShape = {
  name: 'log',
  kind: 'text',
  signature: SERVER_LINE,
  patterns: PATTERNS,
  other: 'server-message',
  cut: cutLines,
  fields: { time: isoTime('time'), username: 'user', ip: 'ip' },
  classify: { by: ['pattern'], to: classify },
}

/** Vaultwarden's (formerly bitwarden_rs) extended log. A wrong second factor names no account. */
export const format = defineFormat({
  id: 'vaultwarden',
  title: 'Vaultwarden log',
  provider: 'vaultwarden',
  zone: 'option',
  repeats: 'legitimate',
  names: 'folded',
  // Successful logins are level info: `LOG_LEVEL=warn` keeps failures only.
  successes: 'configurable',
  shapes: [text],
  spec: 'https://github.com/dani-garcia/vaultwarden/wiki/Logging',
  howToExport: {
    en: 'Copy the file of `LOG_FILE`, or save `docker logs vaultwarden` (`EXTENDED_LOGGING=true`, `LOG_LEVEL=info`). Times are local and without offset unless `LOG_TIMESTAMP_FORMAT` ends in `%z`: give `--timezone`.',
    ja: '`LOG_FILE` のファイルを複製するか、`docker logs vaultwarden` の出力を保存する(`EXTENDED_LOGGING=true`、`LOG_LEVEL=info`)。`LOG_TIMESTAMP_FORMAT` の末尾が `%z` でなければ時刻はオフセットのない現地時刻なので、`--timezone` を指定すること。',
  },
})
