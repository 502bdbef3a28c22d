import { Popconfirm } from 'antd'
import { dayText } from '../../kernel/time.ts'
import { differs, type Month } from './months.ts'
import type { DayView } from './types.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** One month. What differs from its weekday bears a word, not a colour alone. */
export function MonthSheet({
  month,
  today,
  onTurn,
}: {
  readonly month: Month
  readonly today: string
  readonly onTurn: ((day: DayView) => void) | undefined
}) {
  return (
    <div className="sheet month">
      <h3>
        {month.month} 月 <span className="quiet small">{month.working} 个工作日</span>
      </h3>
      <table>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week.find((day) => day !== undefined)?.day}>
              {weekdays.map((name, at) => (
                <td key={name}>
                  <Day day={week[at]} isToday={week[at]?.day === today} onTurn={onTurn} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Day({
  day,
  isToday,
  onTurn,
}: {
  readonly day: DayView | undefined
  readonly isToday: boolean
  readonly onTurn: ((day: DayView) => void) | undefined
}) {
  if (day === undefined) return null
  const mark = differs(day) ? (day.working ? '班' : '休') : ''
  const names = [
    day.working ? '-on' : '-off',
    mark === '' ? '' : '-marked',
    isToday ? '-today' : '',
  ]
  const shown = names.filter((name) => name !== '').map((name) => `calendar-day${name}`)
  const look = ['calendar-day', ...shown].join(' ')
  const face = (
    <>
      {Number(day.day.slice(8))}
      {mark === '' ? null : <sup>{mark}</sup>}
    </>
  )
  if (onTurn === undefined) return <span className={look}>{face}</span>
  return (
    <Popconfirm
      title={`把 ${dayText(day.day)} 改为${day.working ? '休息' : '上班'}？`}
      okText="改"
      cancelText="不改"
      onConfirm={() => onTurn(day)}
    >
      <button
        type="button"
        className={look}
        aria-label={`${dayText(day.day)} ${day.working ? '上班' : '休息'}`}
      >
        {face}
      </button>
    </Popconfirm>
  )
}
