// breach: switch-exhaustiveness-check
export function label(state: 'open' | 'closed' | 'withdrawn') {
  switch (state) {
    case 'open':
      return 1
    case 'closed':
      return 2
  }
  return 3
}
