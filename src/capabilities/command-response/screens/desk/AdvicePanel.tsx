import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { type DuplicateAdvice, likelyCategories, type Suggested } from './advice.ts'
import type { Choice } from './choice.ts'
import { CategoryAdviceList } from './CategoryAdviceList.tsx'
import { Duplicates } from './Duplicates.tsx'
import { DutyAdviceList } from './DutyAdviceList.tsx'
import { LimitAdviceLine } from './LimitAdviceLine.tsx'
import { UnitAdviceList } from './UnitAdviceList.tsx'
import type { AdviceQuery } from './use-advice.ts'

/**
 * What the city knows about the words being typed: it changes beside the form and never takes the
 * focus. Every line says why, and nothing here is done before a person takes it up.
 */
export function AdvicePanel({
  query,
  choice,
  onPick,
  onMerge,
  ownId,
}: {
  readonly query: AdviceQuery
  readonly choice: Choice
  readonly onPick: (suggested: Suggested) => void
  readonly onMerge: ((duplicate: DuplicateAdvice) => void) | undefined
  readonly ownId?: string | undefined
}) {
  const { advice, isBehind, error, retry } = query
  if (error !== null)
    return (
      <aside className="advice" aria-label="派单建议">
        <ErrorBox error={error} retry={retry} />
        <p className="quiet small">没有建议也可以登记和派单。</p>
      </aside>
    )
  if (advice === undefined)
    return (
      <aside className="advice" aria-label="派单建议">
        <Empty says="写下诉求内容后，这里会列出相似诉求、类别、清单事项和办理时限" />
      </aside>
    )
  const duplicates = advice.duplicates.filter(({ id }) => id !== ownId)
  return (
    <aside className={isBehind ? 'advice advice-behind' : 'advice'} aria-label="派单建议">
      <p className="sr-only" aria-live="polite">
        {isBehind ? '' : summary(duplicates.length, advice.items.length)}
      </p>
      <Duplicates duplicates={duplicates} onMerge={onMerge} />
      <CategoryAdviceList
        categories={likelyCategories(advice)}
        chosen={choice.category}
        onPick={onPick}
      />
      <DutyAdviceList items={advice.items} chosen={choice.dutyItem} onPick={onPick} />
      <UnitAdviceList units={advice.units} items={advice.items} choice={choice} onPick={onPick} />
      {advice.limit === null ? null : <LimitAdviceLine limit={advice.limit} />}
    </aside>
  )
}

function summary(duplicates: number, items: number): string {
  return `相似诉求 ${duplicates} 件，清单事项 ${items} 条`
}
