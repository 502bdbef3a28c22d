// breach: switch-exhaustiveness-check
export function label(state: 'open' | 'closed' | 'withdrawn') {
  switch (state) {
    case 'open':
      return 1
    default:
      return 2
  }
}
