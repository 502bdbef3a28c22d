import { Input } from 'antd'
import { useDirectory } from '../../../web/api/use-directory.ts'
import { UnitPicker } from '../../../web/forms/UnitPicker.tsx'
import type { AreaRow, Rows, UnitRow } from '../reorganisation/rows.ts'

type Props = {
  readonly rows: Rows
  /** Without it the lists are only read. */
  readonly onChange?: (rows: Rows) => void
}

/** Who goes on as what: the areas with their codes, the units with their heirs. */
export function PlanTables({ rows, onChange }: Props) {
  const { areas, units } = rows
  return (
    <>
      <AreaTable
        rows={areas}
        {...(onChange && { onChange: (own) => onChange({ ...rows, areas: own }) })}
      />
      <UnitTable
        rows={units}
        {...(onChange && { onChange: (own) => onChange({ ...rows, units: own }) })}
      />
    </>
  )
}

type Table<Row> = {
  readonly rows: readonly Row[]
  readonly onChange?: (rows: readonly Row[]) => void
}

function AreaTable({ rows, onChange }: Table<AreaRow>) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>地区对照（{rows.length} 条）</h2>
      <div className="reorganisation-scroll">
        <table className="reorganisation-table">
          <thead>
            <tr>
              <th scope="col">原地区</th>
              <th scope="col">原代码</th>
              <th scope="col">现地区</th>
              <th scope="col">现代码</th>
              <th scope="col">上级代码</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <AreaLine
                key={`${row.from}-${at}`}
                row={row}
                {...(onChange && { set: (change) => onChange(changedAt(rows, at, change)) })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function UnitTable({ rows, onChange }: Table<UnitRow>) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>单位对照（{rows.length} 条）</h2>
      <div className="reorganisation-scroll">
        <table className="reorganisation-table">
          <thead>
            <tr>
              <th scope="col">原单位</th>
              <th scope="col">接替单位</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <UnitLine
                key={`${row.from}-${at}`}
                row={row}
                {...(onChange && { set: (change) => onChange(changedAt(rows, at, change)) })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function changedAt<Row>(rows: readonly Row[], at: number, change: Partial<Row>): readonly Row[] {
  return rows.map((row, own) => (own === at ? { ...row, ...change } : row))
}

function AreaLine({
  row,
  set,
}: {
  readonly row: AreaRow
  readonly set?: (change: Partial<AreaRow>) => void
}) {
  const isNew = !useDirectory().areas.has(row.to)
  const isTyped = set !== undefined && (isNew || row.from === row.to)
  return (
    <tr>
      <td>{row.was}</td>
      <td>{row.from}</td>
      <td>
        {isTyped ? (
          <Input
            aria-label={`${row.was}现名称`}
            value={row.name}
            maxLength={40}
            onChange={(event) => set({ name: event.target.value })}
          />
        ) : (
          row.name
        )}
      </td>
      <td>
        {isTyped && row.from !== row.to ? (
          <Input
            aria-label={`${row.was}现代码`}
            inputMode="numeric"
            value={String(row.to)}
            onChange={(event) => set({ to: Number(event.target.value.replaceAll(/\D/g, '')) })}
          />
        ) : (
          row.to
        )}
      </td>
      <td>{row.parent}</td>
    </tr>
  )
}

function UnitLine({
  row,
  set,
}: {
  readonly row: UnitRow
  readonly set?: (change: Partial<UnitRow>) => void
}) {
  const directory = useDirectory()
  const keeps = !row.isNew && row.from === row.to
  return (
    <tr>
      <td>{row.was}</td>
      <td>
        {set === undefined ? (
          row.name
        ) : keeps || row.isNew ? (
          <Input
            aria-label={`${row.was}现名称`}
            value={row.name}
            maxLength={60}
            onChange={(event) => set({ name: event.target.value })}
          />
        ) : (
          <UnitPicker
            value={row.to}
            onChange={(to) => {
              const heir = to === undefined ? undefined : directory.units.get(to)
              if (heir === undefined) return
              const { id, name, area, parent = 0 } = heir
              set({ to: id, name, area, parent })
            }}
          />
        )}
      </td>
      <td className="quiet">
        {keeps
          ? '更名或换上级，继续存在'
          : row.ends
            ? row.isNew
              ? '撤销，由新设单位接替'
              : '撤销，由现有单位接替'
            : '新设'}
      </td>
    </tr>
  )
}
