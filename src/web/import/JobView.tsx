import { Button } from 'antd'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { Checked } from './Checked.tsx'
import { Outcome } from './Outcome.tsx'
import { Steps } from './Steps.tsx'
import type { ImportJob, JobState } from './types.ts'
import { type Stepping, useJob, useStep } from './use-import.ts'
import { Working } from './Working.tsx'

const stepOf: Readonly<Record<JobState, number>> = {
  checking: 1,
  unreadable: 1,
  checked: 1,
  writing: 2,
  stopped: 2,
  written: 3,
  undoing: 3,
  undone: 3,
}

/** One sheet on its way; it goes on though the page is closed. */
export function JobView({ id, again }: { readonly id: string; readonly again: () => void }) {
  const { data: job, error, refetch } = useJob(id)
  const stepping = useStep(id)
  if (job === undefined)
    return error === null ? (
      <div className="sheet">
        <Waiting rows={6} />
      </div>
    ) : (
      <ErrorBox error={error} retry={() => void refetch()} />
    )
  return (
    <div className="sheet import-sheet stack">
      <Steps now={stepOf[job.state]} />
      <div className="row spread">
        <b className="import-file">{job.file}</b>
        <Button size="small" onClick={again} disabled={job.busy}>
          换一个表格
        </Button>
      </div>
      {stepping.error === undefined ? null : <ErrorBox error={stepping.error} />}
      <Body job={job} stepping={stepping} again={again} />
    </div>
  )
}

function Body({
  job,
  stepping,
  again,
}: {
  readonly job: ImportJob
  readonly stepping: Stepping
  readonly again: () => void
}) {
  if (job.state === 'unreadable')
    return (
      <div className="note-box stack" role="alert">
        <p>
          <b className="clock-late">! 这个表格不能导入：</b>
          {job.says}
        </p>
        <div>
          <Button type="primary" onClick={again}>
            重新选择
          </Button>
        </div>
      </div>
    )
  if (job.busy || job.state === 'stopped') return <Working job={job} stepping={stepping} />
  return job.state === 'checked' ? (
    <Checked job={job} stepping={stepping} />
  ) : (
    <Outcome job={job} stepping={stepping} />
  )
}
