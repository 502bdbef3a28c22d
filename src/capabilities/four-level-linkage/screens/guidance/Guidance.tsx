import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { get } from '../../../../web/api/client.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useValues } from '../../../../web/indicators/use-indicators.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { StartButton } from '../../../../web/shell/StartButton.tsx'
import { GuidanceTable } from './GuidanceTable.tsx'
import type { GuidanceView } from './view.ts'
import './guidance.css'

/** What the city's class makes mandatory on a day, and how each requirement stands. */
export function Guidance() {
  const { values, set } = useAddress()
  const at = values['at']
  const query = useQuery({
    queryKey: ['guidance', at],
    queryFn: () => get<GuidanceView>('/api/guidance', { at }),
    placeholderData: keepPreviousData,
  })
  const figures = useValues(at)
  const { data: guidance } = query
  return (
    <PageFrame
      title="分类指导"
      sub={guidance === undefined ? undefined : `本市类别：${guidance.cityClass.label}`}
      extra={<StartButton kind="breakthrough-item" />}
    >
      <div className="filters no-print" role="search">
        <DatePicker
          aria-label="按哪一天的类别"
          allowClear={false}
          value={dayjs(at ?? guidance?.today)}
          onChange={(day) => set({ at: day === null ? undefined : day.format('YYYY-MM-DD') })}
        />
        {guidance === undefined ? null : <ClassHistory guidance={guidance} />}
      </div>
      {query.error !== null && guidance === undefined ? (
        <ErrorBox error={query.error} retry={() => void query.refetch()} />
      ) : guidance === undefined ? (
        <div className="sheet">
          <Waiting rows={9} />
        </div>
      ) : (
        <GuidanceTable guidance={guidance} figures={figures.data?.indicators} />
      )}
    </PageFrame>
  )
}

/** The days on which the class changed: a past day is read by the class it had. */
function ClassHistory({ guidance }: { readonly guidance: GuidanceView }) {
  if (guidance.history.length === 0)
    return <span className="quiet">类别没有变动过，在设置的参数“城市类别”里定</span>
  return (
    <span className="quiet">
      类别变动：{guidance.history.map(({ from, label }) => `${from} 起 ${label}`).join('；')}
    </span>
  )
}
