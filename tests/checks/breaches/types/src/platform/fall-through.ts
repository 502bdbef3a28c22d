// breach: server TS7029
export function count(state: 'open' | 'closed') {
  let n = 0
  switch (state) {
    case 'open':
      n = 1
    case 'closed':
      n = 2
  }
  return n
}
