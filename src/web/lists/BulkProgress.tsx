import { Button, Progress } from 'antd'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import type { BulkRun } from './bulk-runs.ts'
import { bulkRuns } from './use-bulk.ts'

/** How far work on many records is, and one by one what was not done and why. */
export function BulkProgress({
  list,
  run,
  choose,
}: {
  readonly list: string
  readonly run: BulkRun
  readonly choose: (ids: readonly string[]) => void
}) {
  const { job, answered, done, refused, is, error } = run
  const total = job.targets.length
  const end = (ids: readonly string[]) => {
    bulkRuns.forget(list)
    choose(ids)
  }
  return (
    <div className="bulk-result no-print" role="status">
      <div className="row">
        <b>
          {job.label}：{is === 'running' ? `正在办理 ${answered} / ${total}` : `办好 ${done} 件`}
          {refused.length === 0 ? '' : `，${refused.length} 件没有办成`}
        </b>
        {is === 'running' ? (
          <Progress percent={Math.round((100 * answered) / total)} size="small" showInfo={false} />
        ) : null}
        {is === 'stopped' ? (
          <Button type="primary" size="small" onClick={() => void bulkRuns.resume(list)}>
            继续办剩下的 {total - answered} 件
          </Button>
        ) : null}
        {is === 'finished' && refused.length > 0 ? (
          <Button size="small" onClick={() => end(refused.map(({ id }) => id))}>
            只选没有办成的
          </Button>
        ) : null}
        {is === 'running' ? null : (
          <Button
            size="small"
            onClick={() =>
              end(is === 'stopped' ? job.targets.slice(answered).map(({ id }) => id) : [])
            }
          >
            {is === 'stopped' ? '先不办了' : '知道了'}
          </Button>
        )}
      </div>
      {error === undefined ? null : <ErrorBox error={error} />}
      {refused.length === 0 ? null : (
        <ul className="refusals">
          {refused.map(({ id, number, says }) => (
            <li key={id}>
              <GoLink to={`/r/${id}`}>{number === '' ? '这一件' : number}</GoLink> {says}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
