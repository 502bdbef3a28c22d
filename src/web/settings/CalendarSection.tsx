import { useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { yearOf } from '../../kernel/time.ts'
import { asApiError } from '../api/api-error.ts'
import { get } from '../api/client.ts'
import { useMe } from '../api/use-me.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { StateTag } from '../look/StateTag.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { MonthSheet } from './MonthSheet.tsx'
import { monthsOf } from './months.ts'
import type { Section } from './sections.ts'
import { SheetTools } from './SheetTools.tsx'
import type { YearView } from './types.ts'
import { useChangeSetting } from './use-setting.ts'

/** Working days and days off of a year, as published or as expected. */
export function CalendarSection({ section }: { readonly section: Section }) {
  const { today } = useMe()
  const { message } = App.useApp()
  const [year, setYear] = useState(yearOf(today))
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'calendar', year],
    queryFn: () => get<YearView>('/api/settings/calendar', { year }),
  })
  const { mutateAsync, isPending } = useChangeSetting('calendar')
  const change = async (values: Readonly<Record<string, unknown>>) => {
    try {
      await mutateAsync({ values })
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  if (error !== null) return <ErrorBox error={error} retry={() => void refetch()} />
  return (
    <section>
      <p className="quiet settings-about">
        {section.about}
        {data?.mayChange === true ? '点一天，可以把它改成上班或休息。' : ''}
      </p>
      <div className="row settings-tools">
        <Button onClick={() => setYear(year - 1)}>上一年</Button>
        <b className="settings-year">{year} 年</b>
        <Button onClick={() => setYear(year + 1)}>下一年</Button>
        {data === undefined ? null : <YearState year={data} busy={isPending} change={change} />}
        <span className="settings-ends row no-print">
          <SheetTools path="/api/settings/calendar/sheet" mayChange={data?.mayChange === true} />
        </span>
      </div>
      {data === undefined ? (
        <div className="sheet">
          <Waiting rows={12} />
        </div>
      ) : (
        <div className="months">
          {monthsOf(data.days).map((month) => (
            <MonthSheet
              key={month.month}
              month={month}
              today={today}
              onTurn={
                data.mayChange
                  ? ({ day, working }) => void change({ day, working: !working })
                  : undefined
              }
            />
          ))}
        </div>
      )}
      <p className="quiet small settings-legend">
        <span className="legend-off">休</span> 平日休息 <span className="legend-on">班</span>{' '}
        周末上班 ，其余周一至周五上班
      </p>
    </section>
  )
}

function YearState({
  year,
  busy,
  change,
}: {
  readonly year: YearView
  readonly busy: boolean
  readonly change: (values: Readonly<Record<string, unknown>>) => Promise<void>
}) {
  if (year.published) return <StateTag tone="end">放假安排已公布</StateTag>
  return (
    <>
      <StateTag tone="wait">暂定：放假安排还没有公布，到期时间会标“暂定”</StateTag>
      {year.mayChange ? (
        <Popconfirm
          title={`${year.year} 年的放假调休都已经改好了吗？`}
          description="标为已公布后，新的到期时间不再标“暂定”。"
          okText="标为已公布"
          cancelText="还没有"
          onConfirm={() => void change({ year: year.year, published: true })}
        >
          <Button loading={busy}>标为已公布</Button>
        </Popconfirm>
      ) : null}
    </>
  )
}
