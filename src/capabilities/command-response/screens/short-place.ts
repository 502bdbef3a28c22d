/** The end of a place's path, which tells neighbours apart where the whole has no room. */
export function shortPlace(path: string): string {
  return path
    .split(' / ')
    .slice(-2)
    .map((name) => name.replace(/(社区|村)居?民?委员?会$/, '$1'))
    .join(' ')
}
