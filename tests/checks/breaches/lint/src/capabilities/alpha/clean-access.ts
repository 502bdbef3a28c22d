/** What a place in a list holds may be missing: the browser's code is typed as strictly as the rest. */
export function first(names: readonly string[]): string {
  const name = names[0]
  return name === undefined ? '' : name
}
