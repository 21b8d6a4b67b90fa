/**
 * Layout of the network table, shared by its writer (build time) and its reader (run time). Little-endian; every section
 * starts on a multiple of four, so that typed arrays can view the file without copying:
 *
 *   header      HEADER_WORDS × u32: magic, version, counts of v4 starts, v6 starts, systems, bytes of names
 *   v4 starts   u32 each, ascending                 v4 owners   u32 each: index into systems + 1, 0 = nobody
 *   v6 starts   upper 64 bits as two u32 arrays (high words, then low words), ascending          v6 owners
 *   systems     autonomous system numbers, u32 each, ascending
 *   names       u32 starts, u32 ends of each system's name in the blob that follows: UTF-8, equal names stored once
 */
export const ASN_MAGIC = 0x41534e31
export const ASN_VERSION = 1
export const HEADER_WORDS = 8

/** Where a section begins and how many elements it has; `bytes` is the size of the whole file. */
export interface AsnLayout {
  readonly v4Starts: number
  readonly v4Owners: number
  readonly v6High: number
  readonly v6Low: number
  readonly v6Owners: number
  readonly systems: number
  readonly nameStarts: number
  readonly nameEnds: number
  readonly names: number
  readonly bytes: number
}

export interface AsnCounts {
  readonly v4: number
  readonly v6: number
  readonly systems: number
  readonly nameBytes: number
}

/** Byte offsets of all sections for these counts. */
export const layoutOf = (counts: AsnCounts): AsnLayout => {
  const v4Starts = HEADER_WORDS * 4
  const v4Owners = v4Starts + counts.v4 * 4
  const v6High = v4Owners + counts.v4 * 4
  const v6Low = v6High + counts.v6 * 4
  const v6Owners = v6Low + counts.v6 * 4
  const systems = v6Owners + counts.v6 * 4
  const nameStarts = systems + counts.systems * 4
  const nameEnds = nameStarts + counts.systems * 4
  const names = nameEnds + counts.systems * 4
  return { v4Starts, v4Owners, v6High, v6Low, v6Owners, systems, nameStarts, nameEnds, names, bytes: names + counts.nameBytes }
}
