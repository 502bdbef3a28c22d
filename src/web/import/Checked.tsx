import { DownloadOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { download } from '../api/client.ts'
import { JobRows } from './JobRows.tsx'
import { countWords, type ImportJob } from './types.ts'
import type { Stepping } from './use-import.ts'

/** What the check found, before anything is written: the rows that will not do, and those that will. */
export function Checked({
  job,
  stepping: { step, busy },
}: {
  readonly job: ImportJob
  readonly stepping: Stepping
}) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const { bad, same } = job.counts
  const good = job.counts.new + job.counts.amend
  const writes = good - left.size
  const toggle = (line: number) =>
    setLeft((before) => {
      const after = new Set(before)
      if (!after.delete(line)) after.add(line)
      return after
    })
  const write = () => void step('write', { only: bad === 0 ? 'all' : 'good', except: [...left] })
  return (
    <div className="stack">
      <p role="status">
        {bad === 0 ? (
          '✓ 没有问题。'
        ) : (
          <b className="clock-late">! {bad} 行有问题，没有写入任何内容。</b>
        )}{' '}
        {countWords(job)}。
      </p>
      <div className="row import-actions">
        {good === 0 ? null : (
          <Button type="primary" loading={busy} disabled={writes === 0} onClick={write}>
            {bad === 0 && left.size === 0 ? `写入 ${writes} 行` : `只写入没有问题的 ${writes} 行`}
          </Button>
        )}
        {bad === 0 ? null : (
          <Button
            icon={<DownloadOutlined />}
            onClick={() => download(`/api/sheets/jobs/${job.id}/marked`)}
          >
            下载标出问题的表格
          </Button>
        )}
      </div>
      {good === 0 && bad === 0 && same > 0 ? <p>和现有内容完全一样，不用写入。</p> : null}
      <Found job={job} left={left} toggle={toggle} />
    </div>
  )
}

type Marked = {
  readonly job: ImportJob
  readonly left: ReadonlySet<number>
  readonly toggle: (line: number) => void
}

function Found({ job, left, toggle }: Marked) {
  const { bad } = job.counts
  const good = job.counts.new + job.counts.amend
  return (
    <Tabs
      items={[
        {
          key: 'bad',
          label: `有问题 ${bad}`,
          count: bad,
          children: <JobRows job={job} results={['bad']} />,
        },
        {
          key: 'good',
          label: `将写入 ${good - left.size}`,
          count: good,
          children: <JobRows job={job} results={['new', 'amend']} left={left} toggle={toggle} />,
        },
      ].filter(({ count }) => count > 0)}
    />
  )
}
