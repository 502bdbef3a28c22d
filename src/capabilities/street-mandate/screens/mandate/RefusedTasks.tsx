import { useQuery } from '@tanstack/react-query'
import { get } from '../../../../web/api/client.ts'
import type { Rows } from '../../../../web/api/types.ts'
import { Ago } from '../../../../web/look/Ago.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'

/** What was tried without a ground, and what streets reported: as far as the post may see it. */
export function RefusedTasks({ area }: { readonly area: number }) {
  const { data } = useQuery({
    queryKey: ['rows', 'refused-task', area],
    queryFn: () => get<Rows>('/api/records/refused-task', { area, limit: 8 }),
  })
  const rows = data?.rows ?? []
  return (
    <section className="sheet mandate-part" aria-labelledby="mandate-refused">
      <div className="row spread">
        <h2 id="mandate-refused">退回和反映的违规下派</h2>
        {rows.length === 0 ? null : <GoLink to={`/k/refused-task?area=${area}`}>全部</GoLink>}
      </div>
      {data !== undefined && rows.length === 0 ? (
        <Empty says="没有退回或反映的违规下派" />
      ) : (
        <ul className="mandate-refused">
          {rows.map((row) => (
            <li key={row.id}>
              <GoLink to={`/r/${row.id}`}>{row.title}</GoLink>
              <span className="small">
                {row.fields?.['department']} → {row.fields?.['street']}
              </span>
              <span className="quiet small">
                {row.fields?.['ground']} · <Ago at={row.openedAt} />
              </span>
              <StateTag tone={stateTone(row)}>{row.fields?.['outcome'] ?? row.stateLabel}</StateTag>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
