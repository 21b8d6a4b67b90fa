import { createConsumer } from './consume.ts'
import { openContent } from './content.ts'
import { HEAD_BYTES } from './detect-shape.ts'
import type { RecordReceiver } from './input.ts'
import { DEFAULT_RECORD_CAP_BYTES } from './read-input.ts'
import { isInputProblem, type SourceFile } from './source.ts'
import { storedBytes } from './stored-bytes.ts'

/** Just enough to tell what it is: more would mostly be cut into records that nobody wants. */
const CHUNK_BYTES = HEAD_BYTES + (1 << 12)

/** What a source begins with, until `isEnough` says so: a look ahead of reading it. Nothing of what has to be read from its end. */
export const readStart = async (source: SourceFile, receiver: RecordReceiver, isEnough: () => boolean): Promise<void> => {
  const stored = storedBytes(source, CHUNK_BYTES)
  try {
    const { content, isTable } = await openContent(stored)
    if (isTable) return
    const consumer = createConsumer(receiver, { recordCapBytes: DEFAULT_RECORD_CAP_BYTES, charset: 'auto', csvHeaders: [] })
    for await (const chunk of content) {
      consumer.push(chunk)
      if (isEnough()) return
    }
    consumer.finish()
  } catch (error) {
    // Whoever reads it says what is wrong with it.
    if (!isInputProblem(error)) throw error
  } finally {
    await stored.return(undefined)
  }
}
