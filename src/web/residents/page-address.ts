export const pages = [
  'home',
  'ask/what',
  'ask/where',
  'ask/contact',
  'ask/check',
  'ask/sent',
  'follow',
  'appeal',
  'appeal/supplement',
  'appeal/rewrite',
  'appeal/urge',
  'appeal/withdraw',
  'appeal/judge',
  'appeal/slip',
  'appeal/mine',
  'appeal/contact',
  'appeal/no-contact',
  'appeal/erase',
  'say',
  'vote',
  'heads',
] as const

export type PageName = (typeof pages)[number]

/** Which page an address means; an address nobody made is home. The page is a parameter because
 *  what lies under /r/ belongs to the officials' records. */
export function pageAt(search: string): PageName {
  const wanted = new URLSearchParams(search).get('page')
  return pages.find((page) => page === wanted) ?? 'home'
}

export function pathOf(page: PageName): string {
  return page === 'home' ? '/r' : `/r?page=${page}`
}
