import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'

type Progress = {
  readonly loading?: { readonly what: string; readonly done: number; readonly total: number }
}

export function useProgress(): Progress['loading'] {
  const { data } = useQuery({
    queryKey: ['progress'],
    queryFn: () => get<Progress>('/api/progress'),
    refetchInterval: ({ state }) => (state.data?.loading === undefined ? false : 2000),
    retry: false,
  })
  return data?.loading
}

/** What the platform is still preparing, and how far it is. */
export function ProgressLine() {
  const loading = useProgress()
  if (loading === undefined) return null
  const share = loading.total === 0 ? 0 : Math.round((100 * loading.done) / loading.total)
  return (
    <div className="progress-line no-print" role="status">
      <span>
        {loading.what}：{loading.done} / {loading.total}
      </span>
      <span className="timebar">
        <i style={{ width: `${share}%` }} />
      </span>
      <span className="hide-narrow">这期间可以照常使用，数字会继续增加</span>
    </div>
  )
}
