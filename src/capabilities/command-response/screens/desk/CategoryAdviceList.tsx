import { type CategoryAdvice, firstKey, type Suggested } from './advice.ts'
import { PickRow } from './PickRow.tsx'

/** Categories the words speak for, each with the words that do. */
export function CategoryAdviceList({
  categories,
  chosen,
  onPick,
}: {
  readonly categories: readonly CategoryAdvice[]
  readonly chosen: string | undefined
  readonly onPick: (suggested: Suggested) => void
}) {
  if (categories.length === 0) return null
  return (
    <section className="advice-part">
      <h3>建议类别</h3>
      <ul>
        {categories.map((category, at) => (
          <PickRow
            key={category.value}
            keyNumber={firstKey.category + at}
            isChosen={category.value === chosen}
            onPick={() => onPick({ sort: 'category', category })}
            head={
              <>
                {category.label} <span className="quiet number">{percent(category.share)}</span>
              </>
            }
          >
            {category.because.length === 0 ? null : `文中提到：${category.because.join('、')}`}
          </PickRow>
        ))}
      </ul>
    </section>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
