import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../../../../web/api/client.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { AreaPicker } from '../../../../web/forms/AreaPicker.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { AdmissionTable } from './AdmissionTable.tsx'
import { CarryingStreets } from './CarryingStreets.tsx'
import { DutySummary } from './DutySummary.tsx'
import { RefusedTasks } from './RefusedTasks.tsx'
import { StartLinks } from './StartLinks.tsx'
import type { MandateView } from './view.ts'
import { WaitingHere } from './WaitingHere.tsx'
import './mandate.css'

const levels = ['city', 'district', 'street'] as const

/** The desk of those who decide what is sent to streets, who send it and who get it: on what ground,
 *  by whom, with which money; and what was refused. */
export function Mandate() {
  const { values, set } = useAddress()
  const me = useMe()
  const area = values['area'] === undefined ? me.post.unit.area : Number(values['area'])
  const query = useQuery({
    queryKey: ['mandate', area, me.post.id],
    queryFn: () => get<MandateView>('/api/mandate', { area }),
    placeholderData: keepPreviousData,
  })
  const { data } = query
  const isStreet = me.post.unit.type === 'street'
  return (
    <PageFrame title="职责与准入" sub={data?.area.name} extra={<StartLinks />}>
      <div className="filters no-print" role="search">
        {isStreet ? null : (
          <div style={{ width: 260 }}>
            <AreaPicker
              value={area}
              under={me.post.unit.area}
              onChange={(code) => set({ area: code === undefined ? undefined : String(code) })}
              levels={levels}
            />
          </div>
        )}
        <GoLink to={`/overload/${area}`}>
          {isStreet ? '本街道的负担与能力' : '看街道的负担与能力'}
        </GoLink>
      </div>
      {query.error !== null && data === undefined ? (
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      ) : data === undefined ? (
        <div className="sheet">
          <Waiting rows={12} />
        </div>
      ) : (
        <div className="mandate">
          <div className="mandate-main">
            <WaitingHere items={data.waiting} />
            <AdmissionTable admissions={data.admissions} />
            <RefusedTasks area={data.area.code} />
          </div>
          <div className="mandate-side">
            <DutySummary list={data.list} version={values['version']} set={set} />
            <CarryingStreets removals={data.removals} />
          </div>
        </div>
      )}
    </PageFrame>
  )
}
