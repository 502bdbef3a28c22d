/**
 * True of words out of which a person was taken when their contact was erased: dated, starred, and
 * sealed in their place by whoever held the keys. Their event's digest is of what was written, so
 * that they cannot be held against it; whoever has the table alone cannot make them.
 */
export function isStarred(
  { text, erased }: { readonly text: string; readonly erased: boolean },
  clear: string | undefined,
): boolean {
  return erased && clear !== undefined && clear !== text && clear.includes('*')
}
