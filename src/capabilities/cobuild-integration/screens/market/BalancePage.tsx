import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { Documents } from '../../../../web/record/Documents.tsx'
import { WholePage } from '../../../../web/record/WholePage.tsx'
import './balance.css'

const numbers = [
  ['reportIns', '个社区报到'],
  ['kept', '项承诺兑现'],
  ['judged', '个项目双方评价'],
  ['bookings', '次资源被使用'],
  ['served', '人次受益'],
  ['memberHours', '小时党员服务'],
] as const

const lists = [
  ['promiseLines', '承诺践诺'],
  ['projectLines', '共建项目'],
  ['resourceLines', '开放资源'],
  ['memberLines', '在职党员服务'],
  ['outlook', '明年打算'],
] as const

/** A unit's year with its neighbours on one sheet, to print and hang up. */
export function BalancePage() {
  return <WholePage title="一年共建账">{(view) => <Sheet view={view} />}</WholePage>
}

function Sheet({ view }: { readonly view: RecordView }) {
  const text = (name: string) => view.fields.find((field) => field.name === name)?.text ?? ''
  return (
    <article className="sheet balance">
      <div className="row spread no-print">
        <GoLink to={`/r/${view.record.id}`}>办理过程</GoLink>
        <span className="row">
          <Documents view={view} />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      <h1>{view.record.title}</h1>
      <p className="quiet">截至 {text('drawnOn')}，由平台按当年记录汇总</p>
      <ul className="balance-numbers">
        {numbers
          .filter(([name]) => !['', '0'].includes(text(name)))
          .map(([name, label]) => (
            <li key={name}>
              <b>{text(name)}</b> {label}
            </li>
          ))}
      </ul>
      <p>{text('summary')}</p>
      {lists.map(([name, heading]) =>
        text(name) === '' ? null : (
          <section key={name}>
            <h2>{heading}</h2>
            <ul className="balance-lines">
              {text(name)
                .split('\n')
                .map((line) => (
                  <li key={line}>{line}</li>
                ))}
            </ul>
          </section>
        ),
      )}
    </article>
  )
}
