const BLOCK = 512

export interface TarPart {
  readonly name: string | Buffer
  readonly content?: string | Uint8Array
  /** POSIX ustar: `0` a file, `1` and `2` links, `3` and `4` devices, `5` a folder, `6` a pipe; `x`, `g`, `L`, `K`, `S` as pax and GNU have them. */
  readonly type?: string
  readonly link?: string
  /** Said to be as long as this, whatever there is. */
  readonly size?: number
  /** Bytes set in the header before it is summed up. */
  readonly set?: Readonly<Record<number, number>>
}

const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)])

const partOf = ({ name, content = '', type = '0', link = '', size, set = {} }: TarPart): Buffer => {
  const raw = Buffer.from(content)
  const header = Buffer.alloc(BLOCK)
  Buffer.from(name).copy(header, 0, 0, 100)
  header.write('0000644\0', 100)
  header.write(`${(size ?? raw.length).toString(8).padStart(11, '0')}\0`, 124)
  // 2026-11-03 00:00:00 UTC
  header.write(`${(1_793_664_000).toString(8).padStart(11, '0')}\0`, 136)
  header.write('        ', 148)
  header.write(type, 156)
  header.write(link, 157)
  header.write('ustar\x0000', 257)
  for (const [at, byte] of Object.entries(set)) header[Number(at)] = byte
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, padded(raw)])
}

/** A tar without its end. */
export const tarParts = (parts: readonly TarPart[]): Buffer => Buffer.concat(parts.map(partOf))

/** A tar as POSIX has it, ended by two blocks of zeros. */
export const tar = (parts: readonly TarPart[]): Buffer => Buffer.concat([tarParts(parts), Buffer.alloc(2 * BLOCK)])
