// breach: server TS6133
export function nothing() {
  const forgotten = 1
}
