import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import type { Period } from '../../kernel/indicator.ts'
import { periodName } from '../../kernel/period.ts'
import type { Address } from '../api/use-address.ts'
import { type Choice, dayAfter, dayBefore, periods } from './choice.ts'

/** Of which period, up to which day. */
export function Choices({
  choice,
  today,
  set,
}: {
  readonly choice: Choice
  readonly today: string
  readonly set: Address['set']
}) {
  const after = dayAfter(choice, today)
  const until = (day: string) => set({ to: day === today ? undefined : day })
  return (
    <div className="overview-choices no-print" role="search">
      <Segmented<Period>
        aria-label="统计期"
        value={choice.period}
        options={[...periods]}
        onChange={(period) => set({ period })}
      />
      <span className="indicator-period">
        <Button
          aria-label="上一期"
          icon={<LeftOutlined />}
          onClick={() => until(dayBefore(choice))}
        />
        <b>{periodName(choice.period, choice.to)}</b>
        <Button
          aria-label="下一期"
          icon={<RightOutlined />}
          disabled={after === undefined}
          onClick={() => {
            if (after !== undefined) until(after)
          }}
        />
      </span>
      <span className="indicator-until">
        <span className="quiet">截至</span>
        <DatePicker
          allowClear={false}
          aria-label="截至日期"
          value={dayjs(choice.to)}
          maxDate={dayjs(today)}
          onChange={(day) => until(day?.format('YYYY-MM-DD') ?? today)}
        />
      </span>
    </div>
  )
}
