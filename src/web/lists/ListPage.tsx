import { QuestionCircleOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { useKinds } from '../api/use-directory.ts'
import { Empty } from '../look/Empty.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { StartButton } from '../shell/StartButton.tsx'
import { KindList } from './KindList.tsx'
import './kind-list.css'

/** The generated list of any kind. */
export function ListPage() {
  const { kind } = useParams({ strict: false })
  const declared = useKinds().get(kind ?? '')
  if (declared === undefined)
    return (
      <PageFrame title="没有这一类事项">
        <Empty says="地址里的事项类别不存在">
          <GoLink to="/k">看全部事项</GoLink>
        </Empty>
      </PageFrame>
    )
  return (
    <PageFrame
      title={declared.label}
      extra={
        <>
          <GoLink to={`/help/${declared.name}`} className="help-link">
            <QuestionCircleOutlined aria-hidden="true" /> 办理说明
          </GoLink>
          <StartButton kind={declared.name} />
        </>
      }
    >
      <p className="quiet page-about no-print">{declared.about}</p>
      <KindList key={declared.name} kind={declared} />
    </PageFrame>
  )
}
