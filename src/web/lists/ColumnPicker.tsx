import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { KindView } from '../api/types.ts'
import { cellsOf } from './kind-column-cells.tsx'
import { columnsOf, type KindColumn } from './kind-columns.ts'

/** Which columns stand in a kind's list, out of everything it declares; the title always does. */
export function ColumnPicker({
  kind,
  chosen,
  choose,
}: {
  readonly kind: KindView
  readonly chosen: readonly KindColumn[]
  readonly choose: (columns: readonly KindColumn[] | undefined) => void
}) {
  const all = columnsOf(kind)
  const turn = (column: KindColumn, on: boolean) =>
    choose(on ? [...chosen, column] : chosen.filter((one) => one !== column))
  const boxes = (columns: readonly KindColumn[]) =>
    columns.map((column) => (
      <Checkbox
        key={column}
        checked={chosen.includes(column)}
        disabled={column === 'title'}
        onChange={({ target }) => turn(column, target.checked)}
      >
        {cellsOf(kind, column).label}
      </Checkbox>
    ))
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示哪些列"
      content={
        <div className="column-choice">
          {boxes(all.filter((column) => !column.startsWith('f.')))}
          <hr />
          {boxes(all.filter((column) => column.startsWith('f.')))}
          <Button type="link" size="small" onClick={() => choose(undefined)}>
            恢复默认
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />} className="hide-narrow">
        列
      </Button>
    </Popover>
  )
}
