import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { addDays, isDay } from '../../../../kernel/time.ts'
import { get } from '../../../../web/api/client.ts'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { AreaPicker } from '../../../../web/forms/AreaPicker.tsx'
import { DataAge } from '../../../../web/look/DataAge.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import type { BriefView } from './brief.ts'
import { BriefSheet } from './BriefSheet.tsx'
import './brief.css'

/** One page for leaders: where it hurts, since when, who is on it. Every number opens its list. */
export function Brief() {
  const me = useMe()
  const { values, set } = useAddress()
  const date = values['date'] !== undefined && isDay(values['date']) ? values['date'] : me.today
  const area = Number(values['area'] ?? me.post.unit.area)
  const { data, error, refetch } = useQuery({
    queryKey: ['brief', date, area],
    queryFn: () => get<BriefView>('/api/brief', { date, area }),
  })
  const turn = (to: string) => set({ date: to === me.today ? undefined : to })
  return (
    <PageFrame
      title="早报"
      sub={<DataAge at={data?.dataAsOf} />}
      extra={
        <>
          <div className="brief-area">
            <AreaPicker
              value={area}
              placeholder="地区"
              under={me.post.unit.area}
              levels={['city', 'district', 'street']}
              onChange={(code) => set({ area: code?.toString() })}
            />
          </div>
          <Button onClick={() => turn(addDays(date, -1))}>前一天</Button>
          <DatePicker
            aria-label="日期"
            allowClear={false}
            value={dayjs(date)}
            maxDate={dayjs(me.today)}
            onChange={(day) => turn(day?.format('YYYY-MM-DD') ?? me.today)}
          />
          <Button disabled={date >= me.today} onClick={() => turn(addDays(date, 1))}>
            后一天
          </Button>
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
        </>
      }
    >
      {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? (
        <div className="sheet">
          <Waiting rows={14} />
        </div>
      ) : null}
      {data === undefined ? null : <BriefSheet brief={data} />}
    </PageFrame>
  )
}
