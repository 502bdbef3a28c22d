import type { RecordView } from '../../../../web/api/record-view.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'

/** Who learnt from it, since when, and what came of it there. */
export function Adopters({ view }: { readonly view: RecordView }) {
  const adopters = view.parties.filter(({ role }) => role === 'adopter')
  return (
    <section className="article-adopters">
      <h2>谁在学习借鉴</h2>
      {adopters.length === 0 ? (
        <p className="quiet">还没有地方学习借鉴。</p>
      ) : (
        <ul>
          {adopters.map(({ unit, fields }) => {
            const of = (name: string) => fields.find((field) => field.name === name)
            const copy = of('adoption')?.value
            return (
              <li key={unit.id}>
                <p>
                  {typeof copy === 'string' ? (
                    <GoLink to={`/r/${copy}`}>{unit.name}</GoLink>
                  ) : (
                    unit.name
                  )}
                  <span className="quiet small"> {of('since')?.text ?? ''} 起</span>
                </p>
                <p className={of('effect') === undefined ? 'quiet' : undefined}>
                  {of('effect')?.text ?? '实施中，还没有反馈成效'}
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
