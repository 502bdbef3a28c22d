import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { get } from '../../../../web/api/client.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import type { DifferenceView, ListItemView } from './view.ts'

/** What a version adds, amends field by field, and removes. */
export function VersionDifference({ version }: { readonly version: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['mandate-difference', version],
    queryFn: () => get<DifferenceView>('/api/mandate/difference', { version }),
  })
  if (error !== null) return <ErrorBox error={error} retry={() => void refetch()} />
  if (data === undefined) return <Waiting rows={3} />
  const { added, amended, removed } = data
  if (added.length + amended.length + removed.length === 0)
    return <p className="quiet small">这个版本没有改动事项。</p>
  return (
    <dl className="mandate-difference">
      {added.map((item) => (
        <Change key={item.id} mark="+" words="新增" item={item} />
      ))}
      {amended.map((item) => (
        <Change key={item.id} mark="～" words="修改" item={item}>
          {item.fields.map((field) => (
            <div key={field.label} className="small">
              <span className="quiet">{field.label}：</span>
              <del>{field.before === '' ? '（空）' : field.before}</del> →{' '}
              <ins>{field.after === '' ? '（空）' : field.after}</ins>
            </div>
          ))}
        </Change>
      ))}
      {removed.map((item) => (
        <Change key={item.id} mark="−" words="取消" item={item}>
          {item.reason ? <div className="quiet small">{item.reason}</div> : null}
        </Change>
      ))}
    </dl>
  )
}

function Change({
  mark,
  words,
  item,
  children,
}: {
  readonly mark: string
  readonly words: string
  readonly item: ListItemView
  readonly children?: ReactNode
}) {
  return (
    <div>
      <dt className="small nowrap">
        <span aria-hidden="true">{mark}</span> {words}
      </dt>
      <dd>
        <GoLink to={`/r/${item.id}`}>
          {item.number} {item.name}
        </GoLink>
        {children}
      </dd>
    </div>
  )
}
