// breach: only-throw-error
export function stop() {
  throw 'stop'
}
