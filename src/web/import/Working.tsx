import { Button, Progress } from 'antd'
import { countWords, type ImportJob, writtenOf } from './types.ts'
import type { Stepping } from './use-import.ts'

/** How far the server has come; a stop keeps what is written, and can be gone on from. */
export function Working({
  job,
  stepping: { step, busy },
}: {
  readonly job: ImportJob
  readonly stepping: Stepping
}) {
  const { done, all } = writtenOf(job)
  const share = all === 0 ? 0 : Math.floor((done / all) * 100)
  if (job.state === 'checking')
    return (
      <p role="status">
        正在检查，还没有写入任何内容；已看过 {job.total} 行{job.total === 0 ? '' : '…'}
      </p>
    )
  if (job.state === 'undoing')
    return (
      <p role="status">
        正在撤回：已撤回 {job.counts.undone} 行，还有 {job.counts.made} 行
      </p>
    )
  return (
    <div className="stack">
      <Progress percent={share} status={job.busy ? 'active' : 'normal'} />
      <p role="status">
        {job.busy ? '正在写入' : `! 已停下${job.says === undefined ? '' : `：${job.says}`}`}，{done}{' '}
        / {all} 行。{countWords(job)}
      </p>
      <p className="quiet small">可以离开这一页；断电或重启之后会接着写，写过的不会重复。</p>
      <div>
        {job.busy ? (
          <Button loading={busy} onClick={() => void step('stop', {})}>
            停下
          </Button>
        ) : (
          <Button
            type="primary"
            loading={busy}
            onClick={() => void step('write', { only: 'good' })}
          >
            接着写
          </Button>
        )}
      </div>
    </div>
  )
}
