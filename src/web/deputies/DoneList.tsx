import { Button } from 'antd'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { useDone } from './use-deputies.ts'

/** What was done in another's name, each leading to its record. */
export function DoneList({ id }: { readonly id: string }) {
  const done = useDone(id)
  const rows = done.data?.pages.flatMap((page) => page.rows)
  if (done.error !== null) return <ErrorBox error={done.error} retry={() => void done.refetch()} />
  if (rows === undefined) return <Waiting rows={3} />
  if (rows.length === 0) return <p className="quiet deputies-done">还没有办理过</p>
  return (
    <>
      <ul className="deputies-done">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="quiet">{row.at.slice(0, 16).replace('T', ' ')}</span> {row.does}{' '}
            {row.record === undefined ? (
              <span className="quiet">{row.kind}</span>
            ) : (
              <GoLink to={`/r/${row.record.id}`}>
                {row.record.number} {row.record.title}
              </GoLink>
            )}
          </li>
        ))}
      </ul>
      {done.hasNextPage ? (
        <Button loading={done.isFetchingNextPage} onClick={() => void done.fetchNextPage()}>
          更早的
        </Button>
      ) : null}
    </>
  )
}
