// breach: no-floating-promises
const retry =
  <T>(run: () => Promise<T>) =>
  () =>
    run()
const read = retry(() => Promise.resolve(1))

export function start() {
  read()
}
