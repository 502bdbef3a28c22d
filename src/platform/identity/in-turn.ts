const lines = new Map<string, Promise<unknown>>()

/** Works on one key one after another within this process, and on different keys at once. */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(key) ?? Promise.resolve()
  const own = before.then(work, work)
  const settled = own.then(
    () => undefined,
    () => undefined,
  )
  lines.set(key, settled)
  void settled.then(() => {
    if (lines.get(key) === settled) lines.delete(key)
  })
  return own
}
