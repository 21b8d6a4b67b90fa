/**
 * Arrays that nobody holds any more are given back when V8 collects next, and it is in no hurry while its own heap is small: of ten million
 * events, half a gigabyte of columns lay there twice. A tenth of a second each time, for large logs only.
 */
const WORTH_COLLECTING_BYTES = 160 << 20

let waiting = 0
let collect: (() => void) | undefined

// The flag makes the function for contexts that come later: this is the only way without a flag on the command line. A small log needs neither
// module.
const openCollector = (): (() => void) => {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  const { runInNewContext } = process.getBuiltinModule('node:vm')
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

/** Says that so many bytes of arrays were let go of. */
export const letGo = (bytes: number): void => {
  waiting += bytes
  if (waiting < WORTH_COLLECTING_BYTES) return
  waiting = 0
  collect ??= openCollector()
  collect()
}
