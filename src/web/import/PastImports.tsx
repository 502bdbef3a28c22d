import { Ago } from '../look/Ago.tsx'
import { countWords, stateLabels } from './types.ts'
import { useJobs } from './use-import.ts'

type Props = {
  readonly kind: string
  readonly command: string
  readonly open: (job: string) => void
}

/** What this post brought in before, finished or not. */
export function PastImports({ kind, command, open }: Props) {
  const { data } = useJobs(kind, command)
  if (data === undefined || data.jobs.length === 0) return null
  return (
    <section className="sheet import-sheet stack">
      <h2 className="import-heading">以前的导入</h2>
      <ul className="import-past">
        {data.jobs.map((job) => (
          <li key={job.id}>
            <button type="button" className="linklike" onClick={() => open(job.id)}>
              {job.file}
            </button>
            <span className="quiet small">
              <Ago at={job.at} /> · {stateLabels[job.state]} · {countWords(job)}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet small">上传的表格和各行结果保留 30 天。</p>
    </section>
  )
}
