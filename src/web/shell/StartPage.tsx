import { useParams } from '@tanstack/react-router'
import { App } from 'antd'
import { useAsk, type AskAnswer } from '../api/use-ask.ts'
import { useAddress, useGo } from '../api/use-address.ts'
import { useDirectory, useKinds } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { CommandForm } from '../forms/CommandForm.tsx'
import { defaultValues } from '../forms/default-values.ts'
import * as read from '../forms/read-value.ts'
import { valuesIn } from '../forms/given-values.ts'
import { Empty } from '../look/Empty.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'

/** The generated form that begins a record of any kind. */
export function StartPage() {
  const { kind: name = '', command = '' } = useParams({ strict: false })
  const me = useMe()
  const go = useGo()
  const directory = useDirectory()
  const address = useAddress()
  const { ask } = useAsk()
  const { modal, message } = App.useApp()
  const kind = useKinds().get(name)
  const start = kind?.starts[command]
  const allowed = me.starts.some((one) => one.kind === name && one.command === command)
  if (kind === undefined || start === undefined || !allowed)
    return (
      <PageFrame title="不能新建">
        <Empty says="您当前的岗位不能新建这类事项">可以切换岗位，或请有权的单位办理</Empty>
      </PageFrame>
    )
  const given = valuesIn(address.values, start.input ?? {})
  const done = ({ view, link }: AskAnswer) => {
    if (link === undefined) message.success(`${start.label}：${view.record.number}`)
    else
      modal.success({
        title: `${start.label}：已办好`,
        content: (
          <p>
            请告诉诉求人：编号 <b>{link.number}</b>，查询码 <b>{link.code}</b>
            。查询码只在这里显示一次。
          </p>
        ),
      })
    go(`/r/${view.record.id}`)
  }
  return (
    <PageFrame
      title={start.label}
      sub={kind.label}
      extra={<GoLink to={`/help/${name}`}>办理说明</GoLink>}
    >
      <div className="sheet start-sheet">
        <CommandForm
          fields={{ area: { type: 'area', label: '所在地', required: true }, ...start.input }}
          initial={{
            area: me.post.unit.area,
            ...defaultValues(start.input ?? {}, { me, directory }),
            ...given,
          }}
          draftKey={['new', name, command, ...Object.values(given)].join('/')}
          submitLabel={start.label}
          submit={async ({ area, ...data }, id) =>
            done(await ask({ kind: name, command, area: read.number(area), data, ask: id }))
          }
        />
      </div>
    </PageFrame>
  )
}
