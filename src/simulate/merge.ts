import type { SimEvent } from './event.ts'

interface Head {
  readonly rest: Iterator<SimEvent>
  readonly order: number
  event: SimEvent
}

const isBefore = (left: Head, right: Head): boolean =>
  left.event.timeMs < right.event.timeMs || (left.event.timeMs === right.event.timeMs && left.order < right.order)

const siftDown = (heap: Head[], from: number): void => {
  let at = from
  for (;;) {
    const left = at * 2 + 1
    const right = left + 1
    let least = at
    if (left < heap.length && isBefore(heap[left] as Head, heap[least] as Head)) least = left
    if (right < heap.length && isBefore(heap[right] as Head, heap[least] as Head)) least = right
    if (least === at) return
    ;[heap[at], heap[least]] = [heap[least] as Head, heap[at] as Head]
    at = least
  }
}

/** Many streams, each in order of time, as one that is. Holds one event of each. */
export const inOrderOfTime = function* (streams: readonly Iterable<SimEvent>[]): Generator<SimEvent, undefined> {
  const heap: Head[] = []
  streams.forEach((stream, order) => {
    const rest = stream[Symbol.iterator]()
    const first = rest.next()
    if (first.done !== true) heap.push({ rest, order, event: first.value })
  })
  for (let at = heap.length >> 1; at >= 0; at -= 1) siftDown(heap, at)
  while (heap.length > 0) {
    const head = heap[0] as Head
    yield head.event
    const next = head.rest.next()
    if (next.done === true) {
      const last = heap.pop() as Head
      if (heap.length > 0) heap[0] = last
    } else head.event = next.value
    siftDown(heap, 0)
  }
  return undefined
}
