import { defineFormat, type Computed, type Path, type TextShape } from '../define-format.ts'
import { classify, instantOf, kindOfTerminal } from './classify.ts'
import { cutLines } from './cut-lines.ts'
import { DUMPED, TABLE, TABLE_LINE } from './lines.ts'

/** Without `-F` there is no year and mostly no second: `Fri Feb 28 13:49` → `Feb 28 13:49:00`, a time whose year is found elsewhere. */
const time: Computed = {
  from: ['time'],
  cut: 'at',
  to: (text) => {
    const short = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d)(:\d\d)?$/.exec(text ?? '')
    return short === null ? text : `${short[1]}${short[2] ?? ':00'}`
  },
}

const trimmed = (path: Path): Computed => ({ from: [path], to: (cell) => cell?.trim() })
const terminal: Computed = { from: ['tty'], to: kindOfTerminal }

const shape = (name: string, signature: RegExp, patterns: TextShape['patterns']): TextShape => ({
  name,
  kind: 'text',
  signature,
  patterns,
  other: 'other-line',
  fields: { time: { path: time, syntax: 'any' }, username: trimmed('user'), ip: trimmed('host'), protocol: terminal },
  classify: {
    by: ['pattern', terminal, { from: ['time', 'end'], cut: 'instant', to: instantOf }, 'type', { from: ['user'], to: waiting }],
    to: classify,
  },
})

/** getty, before anybody typed a name. */
const waiting = (user: string | undefined): string | undefined => (user?.trim() === 'LOGIN' ? 'yes' : undefined)

/** wtmp and btmp as `last`, `lastb` and `utmpdump` print them. */
export const format = defineFormat({
  id: 'last',
  title: 'last, lastb, utmpdump (wtmp, btmp)',
  provider: 'linux',
  zone: 'option',
  repeats: 'legitimate',
  names: 'exact',
  successes: 'always',
  shapes: [{ ...shape('table', TABLE_LINE, TABLE), cut: cutLines }, shape('utmpdump', DUMPED.dump, DUMPED)],
  spec: 'https://man7.org/linux/man-pages/man1/last.1.html',
  unverified: ['utmpdump'],
  howToExport: {
    en: '`utmpdump /var/log/wtmp` and `utmpdump /var/log/btmp` say most: year, offset, and whether a login was refused. Otherwise `last -F -w -i` and `lastb -F -w -i`, also with `-f FILE` for rotated files; without `-F` there is no year, without `-w` names are cut after 8 characters. Times of `last` are local: give `--timezone`.',
    ja: '`utmpdump /var/log/wtmp` と `utmpdump /var/log/btmp` が最も詳しい(年、オフセット、拒否されたかどうか)。使えなければ `last -F -w -i` と `lastb -F -w -i`(ローテート済みは `-f FILE`)。`-F` がないと年がなく、`-w` がないと名前が 8 文字で切れる。`last` の時刻は現地時刻なので `--timezone` を指定すること。',
  },
})
