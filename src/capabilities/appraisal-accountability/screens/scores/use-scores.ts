import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { figureKey } from '../../../../kernel/figure-key.ts'
import { get } from '../../../../web/api/client.ts'
import type { Basis, ReadingsView } from './basis.ts'
import type { ScoresView } from './view.ts'

/** Rounds and sheets one may look at, and the one that is chosen. */
export function useScores(id: string | undefined) {
  return useQuery({
    queryKey: ['scores', id],
    queryFn: () => get<ScoresView>('/api/scores', { id }),
    placeholderData: keepPreviousData,
  })
}

/** What was counted for all its units at once; the points are made here. */
export function useReadings(basis: Basis | undefined, without = '') {
  const params = basis === undefined ? undefined : paramsOf(basis, without)
  return useQuery({
    queryKey: ['scores', 'readings', params],
    queryFn: () => get<ReadingsView>('/api/scores/readings', params),
    placeholderData: keepPreviousData,
    enabled: params !== undefined && params.units !== '' && params.figures !== '',
  })
}

function paramsOf({ units, items, from, to }: Basis, without: string) {
  const keys = items.map(({ indicator, part }) => figureKey(indicator, part))
  return {
    units: units.join(','),
    figures: [...new Set(keys)].toSorted().join(','),
    from,
    to,
    ...(without === '' ? {} : { without }),
  }
}

/** The items as a sheet of scores is asked for by. */
export function itemsParam({ items }: Pick<Basis, 'items'>): string {
  return JSON.stringify(
    items.map((item) => [
      item.id,
      item.label,
      figureKey(item.indicator, item.part),
      item.points,
      item.full,
      item.zero,
      item.adjust,
    ]),
  )
}
