import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { DoneList } from './DoneList.tsx'
import { NameForm } from './NameForm.tsx'
import { type Deputies, type DeputyView, useChangeDeputy, useDeputies } from './use-deputies.ts'
import './deputies.css'

/** Leave: who acts in one's place until when, and what was done meanwhile. */
export function DeputyPage() {
  const { data, error, refetch } = useDeputies()
  return (
    <PageFrame title="请假代理">
      {data === undefined ? (
        error === null ? (
          <Waiting rows={6} />
        ) : (
          <ErrorBox error={error} retry={() => void refetch()} />
        )
      ) : (
        <Parts data={data} />
      )}
    </PageFrame>
  )
}

function Parts({ data }: { readonly data: Deputies }) {
  return (
    <div className="deputies">
      <NameForm data={data} />
      <section className="sheet deputies-part" aria-labelledby="deputies-given">
        <h2 id="deputies-given">代理我的</h2>
        {data.given.length === 0 ? (
          <Empty says="还没有请人代理过" />
        ) : (
          <ul className="deputies-list">
            {data.given.map((one) => (
              <DeputyRow key={one.id} deputy={one} isGiven />
            ))}
          </ul>
        )}
      </section>
      {data.taken.length === 0 ? null : (
        <section className="sheet deputies-part" aria-labelledby="deputies-taken">
          <h2 id="deputies-taken">我代理的</h2>
          <p className="quiet">在右上角切换到带“代”字的岗位办理；办的事会写明代谁。</p>
          <ul className="deputies-list">
            {data.taken.map((one) => (
              <DeputyRow key={one.id} deputy={one} isGiven={false} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const states = {
  now: { label: '代理中', tag: 'tag tag-work' },
  later: { label: '还没开始', tag: 'tag tag-wait' },
  past: { label: '已结束', tag: 'tag' },
} as const

function DeputyRow({
  deputy,
  isGiven,
}: {
  readonly deputy: DeputyView
  readonly isGiven: boolean
}) {
  const change = useChangeDeputy()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const { label, tag } = states[deputy.state]
  const end = async () => {
    try {
      await change.mutateAsync({ path: `/${deputy.id}/end` })
      message.success('代理已结束')
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  return (
    <li>
      <div className="row spread">
        <div>
          <b>{isGiven ? deputy.deputy : `代${deputy.of}`}</b> <span className={tag}>{label}</span>
          <div className="quiet small">
            {deputy.unit} · {deputy.title} · {deputy.from} 至 {deputy.to ?? '另行通知'}
          </div>
        </div>
        <div className="row">
          {deputy.state === 'later' ? null : (
            <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? '收起' : '办了什么'}
            </Button>
          )}
          {deputy.state === 'past' ? null : (
            <Popconfirm
              title="现在就结束这项代理？"
              okText="结束"
              cancelText="取消"
              onConfirm={() => void end()}
            >
              <Button loading={change.isPending}>结束代理</Button>
            </Popconfirm>
          )}
        </div>
      </div>
      {isOpen ? <DoneList id={deputy.id} /> : null}
    </li>
  )
}
