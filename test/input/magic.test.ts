import { expect, test } from 'vitest'
import { binaryOf } from '../../src/input/magic.ts'

const head = (start: string, more = 'x'.repeat(64)): Buffer => Buffer.from(start + more, 'latin1')

test.each([
  ['ElfFile\0', 'EVTX'],
  ['LPKSHHRH', 'journal'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'OLE'],
  ['\xff\xd8\xff\xe0', 'JPEG'],
  ['Rar!\x1a\x07', 'RAR'],
  ['\n\r\r\n\x1c\0\0\0M<+\x1a', 'pcap'],
  ['Obj\x01', 'Avro'],
])('%j begins what is called %s', (start, name) => expect(binaryOf(head(start))).toBe(name))
test.each(['BZhou logged in', '\n\r\r\nlogin failed', 'Object'])('%j begins a text', (start) =>
  expect(binaryOf(head(start))).toBeUndefined(),
)
