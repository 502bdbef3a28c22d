import { Select } from 'antd'
import type { KindView } from '../api/types.ts'
import { cellsOf } from './kind-column-cells.tsx'
import { columnsOf, sortOf } from './kind-columns.ts'

/** The order of the list where no heads of columns can be pressed. */
export function OrderChoice({
  kind,
  sort,
  setSort,
}: {
  readonly kind: KindView
  readonly sort: string | undefined
  readonly setSort: (sort: string | undefined) => void
}) {
  const ways = columnsOf(kind).flatMap((column) => {
    const own = sortOf(kind, column)
    if (own === undefined || column === 'openedAt') return []
    if (column === 'due') return [{ value: 'due', label: '先到期在前' }]
    const { label } = cellsOf(kind, column)
    return [
      { value: own, label: `按${label}` },
      { value: `-${own}`, label: `按${label}（倒序）` },
    ]
  })
  const options = [
    { value: '-opened', label: '最近登记在前' },
    { value: 'opened', label: '最早登记在前' },
    { value: '-due', label: '后到期在前' },
    ...ways,
  ]
  return (
    <Select
      className="hide-wide"
      aria-label="排序"
      value={sort ?? '-opened'}
      options={options}
      onChange={(next) => setSort(next === '-opened' ? undefined : next)}
      style={{ width: 148 }}
    />
  )
}
