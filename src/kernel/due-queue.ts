/** Entries handed out in order of a number, those of equal number in the order they came. */
export type DueQueue<T> = {
  readonly push: (due: number, entry: T) => void
  /** The earliest entry due at or before `until`. */
  readonly pop: (until: number) => { readonly due: number; readonly entry: T } | undefined
}

type Held<T> = { readonly due: number; readonly turn: number; readonly entry: T }

export function dueQueue<T>(): DueQueue<T> {
  const heap: Held<T>[] = []
  let turns = 0
  return {
    push: (due, entry) => {
      heap.push({ due, turn: turns, entry })
      turns += 1
      rise(heap, heap.length - 1)
    },
    pop: (until) => {
      const [first] = heap
      if (first === undefined || first.due > until) return undefined
      const last = heap.pop()
      if (last !== undefined && heap.length > 0) {
        heap[0] = last
        sink(heap)
      }
      return { due: first.due, entry: first.entry }
    },
  }
}

function rise<T>(heap: Held<T>[], from: number): void {
  for (let at = from; at > 0;) {
    const above = (at - 1) >> 1
    if (!isBefore(heap[at], heap[above])) return
    swap(heap, at, above)
    at = above
  }
}

function sink<T>(heap: Held<T>[]): void {
  for (let at = 0; ;) {
    const left = 2 * at + 1
    const least = [left, left + 1].reduce(
      (best, child) => (isBefore(heap[child], heap[best]) ? child : best),
      at,
    )
    if (least === at) return
    swap(heap, at, least)
    at = least
  }
}

function isBefore<T>(a: Held<T> | undefined, b: Held<T> | undefined): boolean {
  if (a === undefined || b === undefined) return false
  return a.due < b.due || (a.due === b.due && a.turn < b.turn)
}

function swap<T>(heap: Held<T>[], a: number, b: number): void {
  const one = heap[a]
  const other = heap[b]
  if (one === undefined || other === undefined) return
  heap[a] = other
  heap[b] = one
}
