import { Button, Checkbox, Select } from 'antd'
import { useAddress } from '../../../../web/api/use-address.ts'
import { useKinds } from '../../../../web/api/use-directory.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { useRows } from '../../../../web/api/use-rows.ts'
import { SheetButtons } from '../../../../web/lists/SheetButtons.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { StateTag } from '../../../../web/look/StateTag.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { StartButton } from '../../../../web/shell/StartButton.tsx'
import { BodyTable } from './BodyTable.tsx'
import { ForumQuarters } from './ForumQuarters.tsx'
import './meetings.css'

const filters = ['f.sort', 'f.below', 'f.pace'] as const

/** Meetings that are coming or going on, and the bodies: who meets when, and who lacks what. */
export function Meetings() {
  const { values, set } = useAddress()
  const asked = Object.fromEntries(filters.map((name) => [name, values[name]]))
  const { area } = useMe().post.unit
  const whole = values['whole'] === '1'
  const bodies = useRows('meeting-body', { ...asked, ...(whole ? {} : { area }) })
  return (
    <PageFrame
      title="会议"
      sub={typeof bodies.total === 'number' ? `议事机构 ${bodies.total} 个` : undefined}
      extra={
        <>
          <SheetButtons path="/api/records/meeting-body/export" params={asked} />
          <StartButton kind="meeting-body" />
        </>
      }
    >
      <Coming />
      <ForumQuarters />
      <section className="sheet meet-part" aria-labelledby="meet-bodies">
        <h2 id="meet-bodies">议事机构</h2>
        <div className="meet-line meet-filters no-print">
          {filters.map((name) => (
            <Choice
              key={name}
              name={name}
              value={values[name]}
              onChange={(value) => set({ [name]: value }, { replace: true })}
            />
          ))}
          <Checkbox
            checked={whole}
            onChange={({ target }) =>
              set({ whole: target.checked ? '1' : undefined }, { replace: true })
            }
          >
            看全市
          </Checkbox>
        </div>
        {bodies.error === null ? null : <ErrorBox error={bodies.error} retry={bodies.retry} />}
        {bodies.isLoading ? <Waiting rows={8} /> : null}
        {!bodies.isLoading && bodies.error === null && bodies.rows.length === 0 ? (
          <Empty says="没有符合这些条件的议事机构" />
        ) : (
          <BodyTable rows={bodies.rows} />
        )}
        {bodies.hasMore ? (
          <Button loading={bodies.isFetching} onClick={bodies.more}>
            再看 50 个
          </Button>
        ) : null}
      </section>
    </PageFrame>
  )
}

function Coming() {
  const { rows, error, isLoading, retry } = useRows('meeting', { open: 1, sort: 'due', limit: 12 })
  if (error !== null) return <ErrorBox error={error} retry={retry} />
  return (
    <section className="sheet meet-part" aria-labelledby="meet-coming">
      <h2 id="meet-coming">进行中的会议</h2>
      {isLoading ? <Waiting rows={3} /> : null}
      {!isLoading && rows.length === 0 ? (
        <p className="quiet">没有正在筹备、召开或整理纪要的会议</p>
      ) : null}
      <ul className="meet-items">
        {rows.map(({ id, title, stateLabel, state, fields = {} }) => (
          <li key={id} className="meet-line">
            <GoLink to={`/meetings/${id}`}>{title}</GoLink>
            <span>{fields['startAt']}</span>
            <span className="quiet">{fields['host']}</span>
            <StateTag tone={state === 'holding' ? 'work' : 'wait'}>{stateLabel}</StateTag>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Choice({
  name,
  value,
  onChange,
}: {
  readonly name: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}) {
  const field = useKinds().get('meeting-body')?.fields[name.slice(2)]
  const options = typeof field?.options === 'object' ? field.options : []
  return (
    <Select<string | undefined>
      value={value}
      onChange={onChange}
      options={options.map((option) => ({ ...option }))}
      allowClear
      placeholder={field?.label}
      aria-label={field?.label ?? name}
      popupMatchSelectWidth={false}
    />
  )
}
