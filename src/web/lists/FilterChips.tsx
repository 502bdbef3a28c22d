import { Button } from 'antd'
import type { KindView } from '../api/types.ts'
import { useDirectory, useLists } from '../api/use-directory.ts'
import { chipsOf } from './field-filters.ts'
import { clearing, type Filters, type SetFilters } from './filters.ts'

/** What the list is narrowed by, in words; each can be taken away by itself. */
export function FilterChips({
  kind,
  filters,
  set,
}: {
  readonly kind: KindView
  readonly filters: Filters
  readonly set: SetFilters
}) {
  const known = { lists: useLists(), directory: useDirectory() }
  const chips = chipsOf(kind, filters, known)
  if (chips.length === 0) return null
  return (
    <div className="row chips">
      {chips.map(({ name, label, text }) => (
        <span key={name} className="chip">
          {label === '' ? '' : <span className="quiet">{label} </span>}
          {text}
          <button
            type="button"
            className="no-print"
            aria-label={`去掉筛选 ${label}${text}`}
            onClick={() =>
              set(name === 'from' ? { from: undefined, to: undefined } : { [name]: undefined })
            }
          >
            ✕
          </button>
        </span>
      ))}
      <Button className="no-print" type="link" size="small" onClick={() => set(clearing(filters))}>
        全部清除
      </Button>
    </div>
  )
}
