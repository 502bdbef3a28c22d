import { asDrawn } from '../../../../kernel/fair/drawn.ts'
import { scoredOf, withPlace } from '../../../../kernel/fair/scored.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import type { Basis } from './basis.ts'
import { triedIn } from './chosen-basis.ts'
import { useReadings } from './use-scores.ts'
import type { Chosen } from './view.ts'
import { changedItems, changesIn, itemsWith } from './what-if.ts'

export type Tried = ReturnType<typeof useTried>

/** Everything that the page shows, as it holds and as the address tries it. */
export function useTried(chosen: Chosen, basis: Basis, isTrial: boolean) {
  const { values } = useAddress()
  const out = isTrial ? triedIn(values['out']) : []
  const changes = isTrial ? changesIn(values['w']) : {}
  const changed = changedItems(basis.items, changes)
  const isChanged = changed.length > 0 || out.length > 0
  const items = itemsWith(basis.items, changes)
  const { data, error, refetch } = useReadings(basis)
  const less = useReadings(out.length === 0 ? undefined : basis, out.join(','))
  const { drawn, smallest } = chosen
  const at = { drawn, items: basis.items, smallest }
  const before = data && asDrawn(data, at)
  const after = data && asDrawn(data, { ...at, less: out.length === 0 ? undefined : less.data })
  const was = before && withPlace(scoredOf(before, basis.items), chosen.places)
  const now = after && isChanged ? withPlace(scoredOf(after, items), undefined) : was
  return {
    out,
    changes,
    changed,
    isChanged,
    items,
    error: error ?? less.error,
    retry: () => {
      void refetch()
      if (out.length > 0) void less.refetch()
    },
    /** As it is counted today, and as it is shown. */
    today: data,
    shown:
      after === undefined || now === undefined || was === undefined
        ? undefined
        : { view: after, now, was },
  }
}
