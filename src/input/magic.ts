/**
 * What the first bytes of a container say: RFC 1952, RFC 8878, APPNOTE.TXT of zip, https://parquet.apache.org/docs/file-format/.
 * Names of files say nothing.
 */
export type Container = 'gzip' | 'zstd' | 'zip' | 'parquet'

export const TAR_BLOCK_BYTES = 512
/** Of POSIX and of GNU, behind which stand a NUL and a space. */
const TAR_MAGIC = /^ustar[\0 ]/

const startsWith = (head: Buffer, bytes: readonly number[], at = 0): boolean =>
  head.length >= at + bytes.length && bytes.every((byte, index) => head[at + index] === byte)

const CONTAINERS: readonly (readonly [Container, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive without members starts with its end record.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
]

/** The container that these first bytes begin, or undefined. Four bytes are enough to tell. */
export const containerOf = (head: Buffer): Container | undefined => CONTAINERS.find(([, magic]) => startsWith(head, magic))?.[0]

/** The sum of a header's bytes, in which the sum itself counts as spaces, is what it says (POSIX pax, ustar; before it, too). */
export const isTarHeader = (block: Buffer): boolean => {
  const said = /^ *([0-7]+)[\0 ]/.exec(block.toString('latin1', 148, 156))?.[1]
  if (said === undefined || block.length < TAR_BLOCK_BYTES) return false
  let sum = 8 * 0x20
  for (let at = 0; at < TAR_BLOCK_BYTES; at++) if (at < 148 || at >= 156) sum += block[at] as number
  return sum === Number.parseInt(said, 8)
}

/** Needs the first block. By its magic also where its first header is damaged. */
export const isTar = (head: Buffer): boolean => TAR_MAGIC.test(head.toString('latin1', 257, 263)) || isTarHeader(head)

const BINARIES: readonly (readonly [string, readonly number[], number?])[] = [
  ['EVTX', [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0x00]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['encrypted Parquet', [0x50, 0x41, 0x52, 0x45]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['LZ4', [0x04, 0x22, 0x4d, 0x18]],
  // https://systemd.io/JOURNAL_FILE_FORMAT/
  ['journal', [0x4c, 0x50, 0x4b, 0x53, 0x48, 0x48, 0x52, 0x48]],
  // Old documents of Office, MSG mails: [MS-CFB] 2.2.
  ['OLE', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pcap', [0xd4, 0xc3, 0xb2, 0xa1]],
  ['pcap', [0x0a, 0x0d, 0x0d, 0x0a]],
  ['Avro', [0x4f, 0x62, 0x6a, 0x01]],
  ['Access', [0x00, 0x01, 0x00, 0x00, 0x53, 0x74, 0x61, 0x6e, 0x64, 0x61, 0x72, 0x64]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
]

/** More than this share of control bytes is no text; logs that were cut by copytruncate carry a few NULs. */
const CONTROL_SHARE = 0.05

const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1e

/** `BZh` begins words too; a block of pcapng says its length, which blank lines do not. */
const isSomethingElse = (name: string, head: Buffer): boolean =>
  (name === 'bzip2' && !/[1-9]/.test(String.fromCharCode(head[3] ?? 0))) ||
  (name === 'pcap' && head[0] === 0x0a && head[8] !== 0x4d && head[8] !== 0x1a)

/** A word for what binary thing `head` is (`EVTX`, `tar` …, otherwise `binary`), or undefined for text. */
export const binaryOf = (head: Buffer): string | undefined => {
  const known = BINARIES.find(([name, magic, at]) => startsWith(head, magic, at) && !isSomethingElse(name, head))
  if (known !== undefined) return known[0]
  let control = 0
  for (const byte of head) if (isControl(byte)) control++
  return control > head.length * CONTROL_SHARE ? 'binary' : undefined
}
