/** Work that is asked for often and done at most once in a while: at once, and once more at the end
 *  if it was asked for meanwhile. */
export function atMost(ms: number, work: () => void): { ask(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWanted = false
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined
      if (!isWanted) return
      isWanted = false
      work()
      rest()
    }, ms)
  }
  return {
    ask() {
      if (timer !== undefined) {
        isWanted = true
        return
      }
      work()
      rest()
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      isWanted = false
    },
  }
}
