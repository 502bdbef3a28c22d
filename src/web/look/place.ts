/** The end of a place's path: street and community are what tells places apart at a desk. */
export function placeTail(path: string): string {
  return path === '' ? '全市' : path.split(' / ').slice(-2).join(' / ')
}
