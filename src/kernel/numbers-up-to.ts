/** 0, 1, 2 … below `size`. A loop, because `Uint32Array.from` takes fifty times as long and `map` twice the memory. */
export const numbersUpTo = (size: number): Uint32Array<ArrayBuffer> => {
  const numbers = new Uint32Array(size)
  for (let number = 0; number < size; number += 1) numbers[number] = number
  return numbers
}
