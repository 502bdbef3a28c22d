/** The same filters, columns and order, in whatever order they were chosen. */
export function sameAddress(one: string, other: string): boolean {
  return sorted(one) === sorted(other)
}

function sorted(address: string): string {
  const params = new URLSearchParams(address)
  params.sort()
  return params.toString()
}
