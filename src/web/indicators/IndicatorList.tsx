import { Input, Segmented } from 'antd'
import { useAddress } from '../api/use-address.ts'
import { useMe } from '../api/use-me.ts'
import { SheetButtons } from '../lists/SheetButtons.tsx'
import { DataAge } from '../look/DataAge.tsx'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { foundIn, groupsOf } from './found.ts'
import { IndicatorRow } from './IndicatorRow.tsx'
import { useValues } from './use-indicators.ts'
import type { Valued, ValuesView } from './view.ts'
import '../overview/overview.css'
import './indicators.css'

/** Every declared figure for one's own area, group by group, each beside what others published. */
export function IndicatorList() {
  const { city } = useMe()
  const { values, set } = useAddress()
  const { data, error, refetch } = useValues(values['to'])
  const shown = data === undefined ? [] : foundIn(data.indicators, values)
  return (
    <PageFrame
      title="指标"
      sub={
        <>
          {data === undefined
            ? city.name
            : `${data.area.name} · 各指标按自己的统计期，截至 ${data.to}`}{' '}
          <DataAge at={data?.dataAsOf} />
        </>
      }
      extra={<SheetButtons path="/api/indicators/export" params={{ to: values['to'] }} />}
    >
      {data === undefined ? null : <Search data={data} values={values} set={set} />}
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={14} />
        </div>
      ) : null}
      {data !== undefined && shown.length === 0 ? (
        <div className="sheet">
          <Empty says="没有找到这样的指标">可以换一个词，或者看全部</Empty>
        </div>
      ) : null}
      {groupsOf(shown).map(({ group, label, rows }) => (
        <Group key={group} label={label} rows={rows} />
      ))}
    </PageFrame>
  )
}

function Search({
  data,
  values,
  set,
}: {
  readonly data: ValuesView
  readonly values: Readonly<Record<string, string>>
  readonly set: ReturnType<typeof useAddress>['set']
}) {
  const groups = groupsOf(data.indicators)
  return (
    <div className="indicator-search no-print" role="search">
      <Input.Search
        allowClear
        aria-label="查找指标"
        placeholder="名称、编号或公式里的词"
        defaultValue={values['q'] ?? ''}
        onSearch={(text) => set({ q: text.trim() })}
      />
      <Segmented<string>
        aria-label="分组"
        value={values['group'] ?? ''}
        options={[
          { value: '', label: `全部 ${data.indicators.length}` },
          ...groups.map(({ group, label, rows }) => ({
            value: group,
            label: `${label} ${rows.length}`,
          })),
        ]}
        onChange={(group) => set({ group })}
      />
      <Segmented<string>
        aria-label="参考值"
        value={values['with'] ?? ''}
        options={[
          { value: '', label: '不论' },
          { value: 'reference', label: '有参考值' },
        ]}
        onChange={(wanted) => set({ with: wanted })}
      />
    </div>
  )
}

function Group({ label, rows }: { readonly label: string; readonly rows: readonly Valued[] }) {
  return (
    <section className="sheet indicator-group">
      <h2>{label}</h2>
      <div className="indicator-head quiet small hide-narrow" aria-hidden="true">
        <span>指标</span>
        <span className="number">本地区</span>
        <span>参考值</span>
        <span>走势</span>
      </div>
      <ul>
        {rows.map((row) => (
          <IndicatorRow key={`${row.id} ${row.part ?? ''}`} row={row} />
        ))}
      </ul>
    </section>
  )
}
