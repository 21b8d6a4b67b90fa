/** The four lanes of src/kernel/hash.ts over ASCII bytes, written to `to`. */
export function hash128(from: usize, end: usize, to: usize): void {
  let a: u32 = 0x9e3779b9
  let b: u32 = 0x243f6a88
  let c: u32 = 0xb7e15162
  let d: u32 = 0x2545f491
  for (let at = from; at < end; at++) {
    const unit = <u32>load<u8>(at)
    a = b ^ ((a ^ unit) * 0x239b961b)
    b = c ^ ((b ^ unit) * 0xab0e9789)
    c = d ^ ((c ^ unit) * 0x38b34ae5)
    d = a ^ ((d ^ unit) * 0xa1e38b93)
  }
  a = (c ^ (a >> 18)) * 0x239b961b
  b = (d ^ (b >> 22)) * 0xab0e9789
  c = (a ^ (c >> 17)) * 0x38b34ae5
  d = (b ^ (d >> 19)) * 0xa1e38b93
  a ^= b ^ c ^ d ^ <u32>(end - from)
  store<u32>(to, a)
  store<u32>(to, b ^ a, 4)
  store<u32>(to, c ^ a, 8)
  store<u32>(to, d ^ a, 12)
}
