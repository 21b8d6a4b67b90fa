/** Where a value stands among ascending ones, or would: the first place that holds none smaller. */
export const lowerBound = (ascending: Float64Array | Uint32Array | readonly number[], value: number): number => {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
