// breach: no-floating-promises
export function send() {
  fetch('/api/asks')
}
