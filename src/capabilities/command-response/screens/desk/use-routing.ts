import { useEffect } from 'react'
import { useLists } from '../../../../web/api/use-directory.ts'
import type { Suggested } from './advice.ts'
import { type Choice, withAdvised, withCategory, withItem, withLead } from './choice.ts'
import { type AdviceInput, type AdviceQuery, useAdvice } from './use-advice.ts'

export type Routing = {
  readonly query: AdviceQuery
  readonly pick: (suggested: Suggested) => void
}

/** Advice for what is being written, and what becomes of the choice when some of it is taken up. */
export function useRouting(
  input: Omit<AdviceInput, 'category'>,
  choice: Choice,
  onChange: (choice: Choice) => void,
): Routing {
  const lists = useLists()
  const query = useAdvice({ ...input, category: choice.category })
  const { advice, isBehind } = query
  useEffect(() => {
    if (advice === undefined || isBehind) return
    const advised = withAdvised(choice, advice.items)
    if (advised !== choice) onChange(advised)
    // Only fresh advice fills anything in; what a person empties afterwards stays empty.
  }, [advice, isBehind])
  const limitOf = (category: string) =>
    lists['categories']?.find(({ value }) => value === category)?.limitClass
  const pick = (suggested: Suggested) => {
    if (suggested.sort === 'item') return onChange(withItem(choice, suggested.item))
    if (suggested.sort === 'unit') return onChange(withLead(choice, suggested.unit.id))
    const { value } = suggested.category
    const next = withCategory(choice, value, limitOf(value))
    onChange(next)
  }
  return { query, pick }
}
