import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { asApiError } from '../api/api-error.ts'
import { get } from '../api/client.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'

type Run = {
  readonly day: string
  readonly endedAt?: string
  readonly erased: readonly { readonly what: string; readonly count: number }[]
}

/** The last rounds of erasing: when, and what was erased. */
export function ErasureRuns() {
  const { data, error } = useQuery({
    queryKey: ['privacy-runs'],
    queryFn: () => get<{ readonly rows: readonly Run[] }>('/api/privacy/runs'),
  })
  if (error !== null) return <ErrorBox error={asApiError(error)} />
  return (
    <section className="stack" aria-label="最近的删除">
      <h2>最近的删除</h2>
      <Table
        size="small"
        rowKey="day"
        pagination={false}
        dataSource={[...(data?.rows ?? [])]}
        locale={{ emptyText: '还没有运行过' }}
        columns={[
          { title: '日期', dataIndex: 'day', width: 120 },
          { title: '删除了什么', render: (_, run: Run) => erasedWords(run) },
        ]}
      />
    </section>
  )
}

function erasedWords({ erased, endedAt }: Run): string {
  if (endedAt === undefined) return '没有做完，会自动接着做'
  if (erased.length === 0) return '没有到期的'
  return erased.map(({ what, count }) => `${what} ${count} 项`).join('；')
}
