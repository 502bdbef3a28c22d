import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { ColumnName } from '../../../../web/lists/columns.tsx'
import { allColumns, columnLabel } from './columns.ts'

/** Which columns stand in the list; the title always does. */
export function ColumnChoice({
  chosen,
  onChange,
}: {
  readonly chosen: readonly ColumnName[]
  readonly onChange: (columns: readonly ColumnName[]) => void
}) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示哪些列"
      content={
        <div className="stack">
          {allColumns.map((name) => (
            <Checkbox
              key={name}
              checked={chosen.includes(name)}
              disabled={name === 'title'}
              onChange={({ target }) =>
                onChange(
                  allColumns.filter((one) =>
                    one === name ? target.checked : chosen.includes(one),
                  ),
                )
              }
            >
              {columnLabel(name)}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button icon={<SettingOutlined />} className="hide-narrow">
        列
      </Button>
    </Popover>
  )
}
