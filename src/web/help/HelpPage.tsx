import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { get } from '../api/client.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { StartButton } from '../shell/StartButton.tsx'
import { Acts } from './Acts.tsx'
import { FlowPicture } from './FlowPicture.tsx'
import type { KindHelp } from './help.ts'
import { Counted, Limits, Rules, WhoSees } from './HelpSections.tsx'
import './help.css'

/** How a kind of matter goes: drawn and written from what it declares. */
export function HelpPage() {
  const { kind = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery({
    queryKey: ['help', kind],
    queryFn: () => get<KindHelp>(`/api/help/${kind}`),
    staleTime: 60_000,
  })
  if (data === undefined)
    return (
      <PageFrame title="办理说明">
        {error === null ? (
          <div className="sheet">
            <Waiting rows={10} />
          </div>
        ) : (
          <ErrorBox error={error} retry={() => void refetch()} />
        )}
      </PageFrame>
    )
  return (
    <PageFrame
      title={`${data.label} · 办理说明`}
      extra={
        <>
          <GoLink to={`/k/${kind}`} className="help-link">
            看列表
          </GoLink>
          <StartButton kind={kind} />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
        </>
      }
    >
      <div className="help">
        <About help={data} />
        <Flows help={data} />
        <Acts help={data} />
        <Limits help={data} />
        <Rules help={data} />
        <WhoSees help={data} />
        <Counted help={data} />
      </div>
    </PageFrame>
  )
}

function About({ help }: { readonly help: KindHelp }) {
  const { about, group, practice } = help
  return (
    <section className="sheet help-section">
      <p className="help-about">{about}</p>
      <p className="quiet">
        {group}
        {practice === undefined
          ? ''
          : practice.on
            ? ' · 本市已启用'
            : ' · 本市没有启用这项工作机制，不能新建，已有的照常办完'}
      </p>
    </section>
  )
}

function Flows({ help }: { readonly help: KindHelp }) {
  return (
    <section className="sheet help-section">
      <h2>办理流程</h2>
      <FlowPicture flow={help.flow} title={`${help.label}的办理流程`} />
      <Signs />
      {help.parties.map((party) => (
        <div key={party.role}>
          <h3>每个{party.label}自己的流程</h3>
          <FlowPicture flow={party} title={`${party.label}的流程`} />
        </div>
      ))}
    </section>
  )
}

function Signs() {
  return (
    <p className="quiet small flow-signs">
      <span>● 有人在办</span>
      <span>‖ 停着、等着</span>
      <span>✓ 结束</span>
      <span>◇ 参与单位各自办理</span>
      <span>虚线：系统到时或联动</span>
    </p>
  )
}
