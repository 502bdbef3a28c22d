import { useState, type ReactNode } from 'react'
import { Button } from 'antd'
import { Empty } from '../../../../web/look/Empty.tsx'

const atFirst = 12

/** One of the three lists: its number, its cards, and a word where there is none. */
export function ListColumn<T>({
  title,
  name,
  all,
  card,
  none,
  isChosen,
}: {
  readonly title: string
  readonly name: string
  readonly all: readonly T[]
  readonly card: (one: T) => ReactNode
  readonly none: { readonly says: string; readonly hint: string }
  /** On a narrow screen one list is shown at a time. */
  readonly isChosen: boolean
}) {
  const [count, setCount] = useState(atFirst)
  const heading = `market-${name}`
  return (
    <section
      className={isChosen ? 'sheet market-list market-chosen' : 'sheet market-list'}
      aria-labelledby={heading}
    >
      <h2 id={heading}>
        {title} <span className="quiet">{all.length}</span>
      </h2>
      {all.length === 0 ? <Empty says={none.says}>{none.hint}</Empty> : null}
      {all.slice(0, count).map((one) => card(one))}
      {all.length > count ? (
        <Button block onClick={() => setCount(count + atFirst)}>
          再看 {Math.min(atFirst, all.length - count)} 条
        </Button>
      ) : null}
    </section>
  )
}
