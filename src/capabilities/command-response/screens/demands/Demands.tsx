import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { get } from '../../../../web/api/client.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { AreaPicker } from '../../../../web/forms/AreaPicker.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { DemandTable } from './DemandTable.tsx'
import { periodsBefore } from './periods.ts'
import type { DemandRanking } from './ranking.ts'
import './demands.css'

const levels = ['city', 'district', 'street'] as const

/** What residents ask for most, and what a secretary has taken on of it. */
export function Demands() {
  const { values, set } = useAddress()
  const me = useMe()
  const periods = periodsBefore(me.today)
  const at = Math.max(
    0,
    periods.findIndex(({ from, to }) => from === values['from'] && to === values['to']),
  )
  const { from, to } = periods[at] ?? { from: undefined, to: undefined }
  const area = values['area']
  const query = useQuery({
    queryKey: ['demands', area, from, to],
    queryFn: () => get<DemandRanking>('/api/demands', { area, from, to }),
    placeholderData: keepPreviousData,
  })
  return (
    <PageFrame
      title="高频诉求"
      sub={query.data === undefined ? undefined : `${query.data.area.name} · 按件数从多到少`}
    >
      <div className="filters no-print" role="search">
        <div style={{ width: 260 }}>
          <AreaPicker
            value={area === undefined ? me.post.unit.area : Number(area)}
            onChange={(code) => set({ area: code === undefined ? undefined : String(code) })}
            levels={levels}
          />
        </div>
        <Select
          aria-label="统计期"
          value={at}
          style={{ width: 168 }}
          options={periods.map(({ label }, value) => ({ value, label }))}
          onChange={(one) => set({ from: periods[one]?.from, to: periods[one]?.to })}
        />
      </div>
      {query.error !== null && query.data === undefined ? (
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <div className="sheet">
          <Waiting rows={10} />
        </div>
      ) : query.data.rows.length === 0 ? (
        <div className="sheet">
          <Empty says="这个时期没有定下类别的诉求">可以换一个月或一个地区</Empty>
        </div>
      ) : (
        <DemandTable ranking={query.data} />
      )}
    </PageFrame>
  )
}
