import { useParams } from '@tanstack/react-router'
import { Progress } from 'antd'
import { useRecord } from '../../../web/api/use-record.ts'
import { PageFrame } from '../../../web/look/PageFrame.tsx'
import { RecordPane } from '../../../web/record/RecordPane.tsx'
import { useStanding } from './plan.ts'
import { PlanEffects } from './PlanEffects.tsx'
import { PlanTables } from './PlanTables.tsx'
import './reorganisation.css'

/** One reorganisation: where it stands, what it does or did, and its record. */
export function OnePage() {
  const { id = '' } = useParams({ strict: false })
  const { data: view } = useRecord(id)
  const { data } = useStanding(id)
  const { progress, plan, rows, state } = data ?? {}
  return (
    <PageFrame title={view === undefined ? '区划机构调整' : view.record.title} bare>
      {progress === undefined || state !== 'underway' ? null : (
        <section className="sheet reorganisation-part" aria-label="移交进度">
          <h2>正在移交</h2>
          <Progress
            percent={
              progress.total === 0 ? 100 : Math.floor((100 * progress.done) / progress.total)
            }
          />
          <p role="status">
            已移交 {Math.min(progress.done, progress.total)} / {progress.total} 件
          </p>
        </section>
      )}
      <RecordPane key={`${id}-${state ?? ''}`} id={id} />
      {plan === undefined && rows === undefined ? null : (
        <section className="sheet reorganisation-part" aria-label="对照表">
          {plan === undefined ? null : <PlanEffects plan={plan} />}
          {rows === undefined ? null : <PlanTables rows={rows} />}
        </section>
      )}
    </PageFrame>
  )
}
