import { useParams } from '@tanstack/react-router'
import { useAddress } from '../api/use-address.ts'
import { useKinds } from '../api/use-directory.ts'
import { useMe } from '../api/use-me.ts'
import { Empty } from '../look/Empty.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { ChooseSheet } from './ChooseSheet.tsx'
import { JobView } from './JobView.tsx'
import { PastImports } from './PastImports.tsx'
import './import.css'

/** Brings a sheet in: a template, a check before anything is written, the writing, what became of it. */
export function ImportPage() {
  const { kind: name = '', command = '' } = useParams({ strict: false })
  const { values, set } = useAddress()
  const kind = useKinds().get(name)
  const start = kind?.starts[command]
  const allowed = useMe().starts.some((one) => one.kind === name && one.command === command)
  if (kind === undefined || start === undefined || !allowed)
    return (
      <PageFrame title="不能导入">
        <Empty says="您当前的岗位不能新建这类事项，也就不能导入">
          可以切换岗位，或请有权的单位办理
        </Empty>
      </PageFrame>
    )
  const job = values['job']
  const open = (id: string | undefined) => set({ job: id })
  return (
    <PageFrame
      title={`导入：${start.label}`}
      sub={kind.label}
      extra={<GoLink to={`/k/${name}`}>返回列表</GoLink>}
    >
      {job === undefined ? (
        <div className="stack">
          <ChooseSheet kind={name} command={command} onTaken={open} />
          <PastImports kind={name} command={command} open={open} />
        </div>
      ) : (
        <JobView key={job} id={job} again={() => open(undefined)} />
      )}
    </PageFrame>
  )
}
