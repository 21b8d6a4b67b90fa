import { defineFormat, isoTime, type Classified, type CsvShape } from '../define-format.ts'

const classify = (successful?: string): Classified => {
  const answer = successful?.toLowerCase()
  if (answer === 'true') return { action: 'login', outcome: 'success', accountKnown: true }
  if (answer === 'false') return { action: 'login', outcome: 'failure', reason: 'bad-credentials' }
  return { reject: 'ambiguous-value', detail: 'login successful' }
}

/**
 * The labels (`Is Attack IP`, `Is Account Takeover`) are not read: they are what a result is measured against.
 * Addresses are made up; country, region, city and network come from the columns.
 */
const csv: CsvShape = {
  name: 'csv',
  kind: 'csv',
  signature: { columns: ['login timestamp', 'user id', 'round-trip time [ms]', 'ip address', 'login successful', 'is attack ip'] },
  fields: {
    time: isoTime('login timestamp'),
    id: 'index',
    account: 'user id',
    ip: 'ip address',
    userAgent: 'user agent string',
    country: 'country',
    region: 'region',
    city: 'city',
    asn: 'asn',
  },
  classify: { by: ['login successful'], to: classify },
}

/** The Login Data Set for Risk-Based Authentication (CC BY 4.0), and simulated logs in its columns. */
export const format = defineFormat({
  id: 'rba',
  title: 'Login Data Set for Risk-Based Authentication (RBA)',
  provider: 'generic',
  zone: 'option',
  repeats: 'never',
  successes: 'always',
  shapes: [csv],
  spec: 'https://github.com/das-group/rba-dataset',
  howToExport: {
    en: 'Download the data set from its repository. Times have no zone: --timezone says which.',
    ja: 'リポジトリからデータセットを入手する。時刻にタイムゾーンがないため --timezone で指定する。',
  },
})
