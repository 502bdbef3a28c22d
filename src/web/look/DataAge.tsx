/** Since when what is shown may be out of date, where it was read from a copy of the data. */
export function DataAge({ at }: { readonly at: string | undefined }) {
  if (at === undefined) return null
  return <span className="quiet small nowrap">数据截至 {at.slice(11, 19)}</span>
}
