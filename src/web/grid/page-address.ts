export const pages = [
  'report',
  'where',
  'send',
  'box',
  'decide',
  'findings',
  'finding',
  'account',
] as const

export type PageName = (typeof pages)[number]

/** A page, and the entry or finding it is about. */
export type At = { readonly page: PageName; readonly id?: string }

/** Which page an address means; an address nobody made is the first one. */
export function pageAt(search: string): At {
  const parameters = new URLSearchParams(search)
  const page = pages.find((one) => one === parameters.get('page')) ?? 'report'
  const id = parameters.get('id') ?? ''
  return id === '' ? { page } : { page, id }
}

export function pathOf({ page, id }: At): string {
  const parameters = new URLSearchParams({
    ...(page === 'report' ? {} : { page }),
    ...(id === undefined ? {} : { id }),
  })
  return parameters.size === 0 ? '/g' : `/g?${parameters}`
}
