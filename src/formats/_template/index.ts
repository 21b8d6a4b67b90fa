import { lookup } from '../../kernel/lookup.ts'
import { defineFormat, isoTime, type Classification, type Classified, type JsonShape } from '../define-format.ts'
import { events, others } from './codes.ts'

/** TODO: an unknown event that may be a login must not be skipped in silence. */
const SPEAKS_OF_LOGIN = /login|logon|sign.?in|auth|mfa|password/i

const classify = (type: string | undefined): Classified => {
  const meaning = lookup<Classification>(events, type)
  if (meaning !== undefined) return meaning
  const ignore = lookup<string>(others, type)
  if (ignore !== undefined) return { ignore }
  return type === undefined || SPEAKS_OF_LOGIN.test(type) ? { reject: 'unknown-code' } : { ignore: 'other-event' }
}

/** TODO: one shape per way in which the log is exported. */
const api: JsonShape = {
  name: 'api',
  kind: 'json',
  // TODO: what no other product's record has.
  signature: { has: ['event', 'product', 'time'], is: { product: ['FORMAT_ID'] } },
  fields: { time: isoTime('time'), id: 'id', account: 'user.id', username: 'user.name', ip: 'client.ip', userAgent: 'client.agent' },
  classify: { by: ['event'], to: classify },
}

/** TODO: what this log is. */
export const format = defineFormat({
  id: 'FORMAT_ID',
  title: 'FORMAT_ID (TODO: what the product calls this log)',
  provider: 'generic',
  zone: 'in-record',
  repeats: 'never',
  successes: 'always',
  shapes: [api],
  spec: 'https://example.com/TODO',
  unverified: ['api'],
  howToExport: { en: 'TODO: where in the product, or by which command.', ja: 'TODO: 製品のどの画面、またはどのコマンドで出力するか。' },
})
