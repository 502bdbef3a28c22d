// breach: no-floating-promises
export function start(run: () => Promise<void>) {
  run()
}
