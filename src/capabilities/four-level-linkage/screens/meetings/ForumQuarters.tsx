import { useQuery } from '@tanstack/react-query'
import { get } from '../../../../web/api/client.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { StateTag } from '../../../../web/look/StateTag.tsx'
import { type Quarter, saidOf } from './forum-quarters.ts'

type Answer = { readonly figures: readonly { readonly trend?: readonly Quarter[] }[] }

/** The forum of district secretaries, quarter by quarter; shown to the city, which convenes it. */
export function ForumQuarters() {
  const { post, city, today } = useMe()
  const { data } = useQuery({
    queryKey: ['rows', 'forum-quarters'],
    queryFn: () => get<Answer>('/api/indicators/F39', { trend: 4 }),
    enabled: post.unit.area === city.code,
  })
  const quarters = data?.figures[0]?.trend ?? []
  if (quarters.length === 0) return null
  return (
    <section className="sheet meet-part" aria-labelledby="meet-forum">
      <h2 id="meet-forum">区委书记现场例会</h2>
      <ul className="meet-quarters">
        {quarters.map((quarter) => {
          const { label, held, tone, says } = saidOf(quarter, today)
          return (
            <li key={label}>
              <span>{label}</span>
              <StateTag tone={tone}>{says}</StateTag>
              <span className="quiet">{`${held} 次`}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
