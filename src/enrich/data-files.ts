/** `dist/data/asn.bin` of this package: the same relative address from `src/` and from `dist/`. Written by scripts/build-asn-table.ts. */
export const ASN_TABLE = new URL('../../dist/data/asn.bin', import.meta.url)

/** `data/network-kinds.json` of this package; its `about` names the sources. */
export const NETWORK_KINDS = new URL('../../data/network-kinds.json', import.meta.url)
