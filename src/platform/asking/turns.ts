const waiting = new Map<string, Promise<unknown>>()

/**
 * Lets the works of one key go one after the other within this process, so that asks of one
 * record seldom race. Between processes the record's version decides.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = waiting.get(key)
  const mine = (before ?? Promise.resolve()).then(work, work)
  waiting.set(key, mine)
  try {
    return await mine
  } finally {
    if (waiting.get(key) === mine) waiting.delete(key)
  }
}
