import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type Address, useAddress } from '../api/use-address.ts'
import { get } from '../api/client.ts'
import { SheetButtons } from '../lists/SheetButtons.tsx'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { type AccessView, chosenIn, commandsIn, type Filters } from './access.ts'
import { KindTable } from './KindTable.tsx'
import './access.css'

/** Who may do, see and read what in every kind, as the product declares and enforces it. */
export function AccessPage() {
  const { values, set } = useAddress()
  const { data, error, refetch } = useQuery({
    queryKey: ['access-matrix'],
    queryFn: () => get<AccessView>('/api/access-matrix'),
    staleTime: 60_000,
  })
  const filters: Filters = values
  const shown = data === undefined ? [] : chosenIn(data, filters)
  const params = { kind: filters.kind, role: filters.role, command: filters.command }
  return (
    <PageFrame
      title="权限表"
      sub={data === undefined ? undefined : `${data.city} · ${data.day}`}
      extra={<SheetButtons path="/api/access-matrix/export" params={params} />}
    >
      {data === undefined ? null : (
        <>
          <Choices data={data} filters={filters} set={set} />
          <Legend data={data} />
        </>
      )}
      {data === undefined && error !== null ? (
        <ErrorBox error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={14} />
        </div>
      ) : null}
      {data !== undefined && shown.length === 0 ? (
        <div className="sheet">
          <Empty says="没有这样的办理">可以换一个筛选，或者看全部</Empty>
        </div>
      ) : null}
      {data === undefined
        ? null
        : shown.map((access) => (
            <KindTable key={access.kind} access={access} view={data} role={filters.role} />
          ))}
    </PageFrame>
  )
}

type ChoicesProps = {
  readonly data: AccessView
  readonly filters: Filters
  readonly set: Address['set']
}

function Choices({ data, filters, set }: ChoicesProps) {
  const { kind, role, command } = filters
  const groups = Map.groupBy(data.kinds, ({ groupLabel }) => groupLabel)
  const shared = { allowClear: true, showSearch: { optionFilterProp: 'label' } } as const
  return (
    <div className="access-choices no-print" role="search">
      <Select
        {...shared}
        aria-label="事项"
        placeholder="全部事项"
        value={kind ?? null}
        options={[...groups].map(([label, some]) => ({
          label,
          options: some.map((one) => ({ value: one.kind, label: one.label })),
        }))}
        onChange={(value: string | undefined) => set({ kind: value, command: undefined })}
      />
      <Select
        {...shared}
        aria-label="岗位"
        placeholder="全部岗位"
        value={role ?? null}
        options={data.roles.map(({ name, label }) => ({ value: name, label }))}
        onChange={(value: string | undefined) => set({ role: value })}
      />
      <Select
        {...shared}
        aria-label="办理"
        placeholder="全部办理"
        value={command ?? null}
        options={commandsIn(data, kind)}
        onChange={(value: string | undefined) => set({ command: value })}
      />
    </div>
  )
}

function Legend({ data }: { readonly data: AccessView }) {
  return (
    <section className="sheet access-legend">
      <p>
        本表由系统运行所依据的声明直接生成，没有列出的一律不能办。办理时既要是表中所列的关系，又要担任所列的岗位，并且先要能看到这条记录；规则还可能因记录的内容而拒绝，见各事项的办理说明。
      </p>
      <p className="quiet small access-digest">
        全表摘要（SM3）：{data.digest}。摘要相同，权限就完全相同。
      </p>
    </section>
  )
}
