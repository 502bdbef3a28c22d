import { Button } from 'antd'
import type { KindView } from '../api/types.ts'
import { behindText, leavingBehind } from './behind.ts'
import type { FilterName, Filters } from './filters.ts'

/** Says of which number this is the list, and leads back to the plain one. */
export function Behind({
  kind,
  filters,
  set,
}: {
  readonly kind: KindView | undefined
  readonly filters: Filters
  readonly set: (changes: Readonly<Partial<Record<FilterName, string | undefined>>>) => void
}) {
  const words = behindText(kind, filters)
  if (words === undefined) return null
  return (
    <p className="behind">
      <span>{words}</span>
      <Button className="no-print" type="link" size="small" onClick={() => set(leavingBehind)}>
        不按这个数看
      </Button>
    </p>
  )
}
