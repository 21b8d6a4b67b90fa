import { parentPort, workerData } from 'node:worker_threads'
import { compileFormat, type CompiledShape } from '../formats/decode.ts'
import { formats } from '../formats/registry.ts'
import { createRouter } from '../formats/router.ts'
import { createProjector } from '../input/project-json.ts'
import { ProjectedRecord } from '../input/projected.ts'
import { readInput } from '../input/read-input.ts'
import { createBatchWriter } from './record-batch.ts'
import { MOST_WAITING, type FromThread, type ThreadTask } from './thread-messages.ts'

/** This thread reads, hashes, decompresses, frames and scans one input; what its records mean is decided where they are received. */
const run = async ({ source, options, projection, formatIds, isWholeChoice, waiting }: ThreadTask): Promise<void> => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window: it has no origin
  const send = (message: FromThread): void => parentPort?.postMessage(message)
  const pending = new Int32Array(waiting)
  let bytes = 0
  const projector = createProjector(projection)
  const context = { time: { zone: 'UTC', year: () => 1970 } }
  const route = createRouter(formats.filter(({ id }) => formatIds.includes(id)).map((format) => compileFormat(format, context)))
  let last: CompiledShape | undefined
  const writer = createBatchWriter((batch) => {
    // The receiver falls behind: memory stays bounded because this thread stops here.
    for (let count = Atomics.load(pending, 0); count >= MOST_WAITING; count = Atomics.load(pending, 0)) Atomics.wait(pending, 0, count)
    Atomics.add(pending, 0, 1)
    send({ kind: 'batch', batch: { ...batch, bytes } })
  })
  const result = await readInput(
    source,
    {
      record: (record) => {
        if (!(record.value instanceof ProjectedRecord)) return writer.whole(record)
        const shape = route(record)
        if (shape === undefined || record.value.wasWhole()) return writer.whole({ ...record, value: record.value.whole() })
        writer.parts(record, projector, shape === last && isWholeChoice)
        last = shape
      },
      reject: (rejected) => writer.reject(rejected),
    },
    {
      ...options,
      projector,
      onProgress: (read) => {
        bytes = read
      },
    },
  )
  writer.flush()
  send({ kind: 'done', result })
}

await run(workerData as ThreadTask)
