import { DownloadOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { download } from '../api/client.ts'
import { JobRows } from './JobRows.tsx'
import { TakeBack } from './TakeBack.tsx'
import { countWords, type ImportJob, type RowResult } from './types.ts'
import type { Stepping } from './use-import.ts'

const tabs: readonly (readonly [string, readonly RowResult[]])[] = [
  ['未通过', ['refused']],
  ['没有撤回', ['kept']],
  ['已新建', ['made']],
  ['已修改', ['amended']],
  ['已撤回', ['undone']],
  ['没有写入', ['bad', 'left', 'same']],
]

/** What became of every row, with the numbers of the records, and the way back. */
export function Outcome({
  job,
  stepping,
}: {
  readonly job: ImportJob
  readonly stepping: Stepping
}) {
  const [takingBack, setTakingBack] = useState(false)
  const { undo, counts } = job
  const count = (results: readonly RowResult[]) =>
    results.reduce((sum, result) => sum + counts[result], 0)
  const toTakeBack = counts.made + counts.kept
  return (
    <div className="stack">
      <p role="status">
        {counts.refused === 0 ? '✓ ' : '! '}
        {job.state === 'undone' ? '撤回已办完。' : '写入已办完。'}
        {countWords(job)}。{job.says}
      </p>
      <div className="row import-actions">
        <Button
          icon={<DownloadOutlined />}
          onClick={() => download(`/api/sheets/jobs/${job.id}/report`, { format: 'xlsx' })}
        >
          下载各行结果
        </Button>
        {counts.bad + counts.refused === 0 ? null : (
          <Button onClick={() => download(`/api/sheets/jobs/${job.id}/marked`)}>
            下载标出问题的表格
          </Button>
        )}
        {undo === undefined || toTakeBack === 0 ? null : (
          <Button danger onClick={() => setTakingBack(true)}>
            撤回这次新建的 {toTakeBack} 件
          </Button>
        )}
      </div>
      {undo === undefined && counts.made > 0 ? (
        <p className="quiet small">这类事项没有整批撤回的办法；要撤销的请逐件办理。</p>
      ) : null}
      <Tabs
        items={tabs
          .filter(([, results]) => count(results) > 0)
          .map(([label, results]) => ({
            key: label,
            label: `${label} ${count(results)}`,
            children: <JobRows job={job} results={results} />,
          }))}
      />
      {takingBack && undo !== undefined ? (
        <TakeBack job={job} undo={undo} stepping={stepping} onClose={() => setTakingBack(false)} />
      ) : null}
    </div>
  )
}
