import { useRows } from '../api/use-rows.ts'
import { RowsTable } from '../lists/RowsTable.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { Waiting } from '../look/Waiting.tsx'
import type { PartProps } from './part-props.ts'

/** Below a community there are only the matters themselves: what is open, the soonest due first. */
export function OpenRows({ view, behind }: PartProps) {
  const asked = { area: String(view.area.code), open: '1', sort: 'due', limit: 10 }
  const { rows, total, error, isLoading, retry } = useRows(view.kind.name, asked)
  return (
    <section className="sheet overview-part">
      <div className="row spread">
        <h2>在办清单</h2>
        <GoLink to={behind.openNow()}>
          {total === undefined ? '全部' : `全部 ${total ?? '1000+'} 件`}
        </GoLink>
      </div>
      {error === null ? null : <ErrorBox error={error} retry={retry} />}
      {isLoading ? <Waiting rows={5} /> : null}
      {rows.length === 0 && !isLoading && error === null ? (
        <p className="quiet">您能看到的里面没有在办的{view.kind.label}。</p>
      ) : null}
      {rows.length === 0 ? null : (
        <RowsTable rows={rows} columns={['number', 'title', 'state', 'lead', 'due']} />
      )}
    </section>
  )
}
