import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { Found } from '../api/types.ts'
import { useMe } from '../api/use-me.ts'
import { useKinds } from '../api/use-directory.ts'
import { useSettled } from '../forms/use-settled.ts'
import { entryOf, useNav } from './nav-entries.tsx'
import { useScreens } from './registry.tsx'
import { startPath } from './StartButton.tsx'

export type Hit = {
  readonly key: string
  readonly sort: string
  readonly label: string
  readonly more: string
  readonly to: string
}

/** What fits the words: first what can be done, then what was found. */
export function useFound(typed: string): {
  readonly hits: readonly Hit[]
  readonly isLoading: boolean
  readonly error: Error | null
  readonly words: string
} {
  const words = useSettled(typed.trim(), 200)
  const { data, isLoading, error } = useQuery({
    queryKey: ['search', words],
    queryFn: () => get<Found>('/api/search', { q: words }),
    enabled: words !== '',
  })
  const own = useOwnHits(typed.trim())
  const list = useListPath()
  return {
    hits: [...own, ...(data === undefined ? [] : foundHits(data, list))],
    isLoading,
    error,
    words,
  }
}

/** Where places and units lead: the list a capability named for it, or the first kind's. */
function useListPath(): string {
  const { screens } = useScreens()
  const [first = ''] = useKinds().keys()
  const own = screens.find((screen) => screen.finds === true)
  return own === undefined ? `/k/${first}` : entryOf(own)
}

function useOwnHits(typed: string): readonly Hit[] {
  const nav = useNav()
  const { screens } = useScreens()
  const { starts } = useMe()
  const pages = nav.map((screen) => ({
    key: screen.path,
    sort: '打开',
    label: screen.label,
    more: '',
    to: entryOf(screen),
  }))
  const begins = starts.map((start) => ({
    key: `${start.kind}/${start.command}`,
    sort: '新建',
    label: start.label,
    more: '',
    to: startPath(screens, start),
  }))
  return [...begins, ...pages].filter((hit) => typed === '' || hit.label.includes(typed))
}

function foundHits({ records, areas, units }: Found, list: string): readonly Hit[] {
  return [
    ...records.map((row) => ({
      key: row.id,
      sort: row.kindLabel ?? '事项',
      label: row.title === '' ? row.number : row.title,
      more: `${row.number} · ${row.stateLabel} · ${row.place}`,
      to: `/r/${row.id}`,
    })),
    ...areas.map((area) => ({
      key: `area-${area.code}`,
      sort: '地点',
      label: area.path,
      more: '看这里的事项',
      to: `${list}?area=${area.code}`,
    })),
    ...units.map((unit) => ({
      key: `unit-${unit.id}`,
      sort: '单位',
      label: unit.name,
      more: '看它负责的事项',
      to: `${list}?unit=${unit.id}`,
    })),
  ]
}
