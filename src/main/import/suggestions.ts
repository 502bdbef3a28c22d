import { titledText } from '../../platform/suggest/features.ts'
import { trainSuggester } from '../../platform/suggest/train.ts'
import { itemAdvice } from '../advice/items.ts'
import { decided, declared } from '../advice/learning.ts'
import type { Platform } from '../wiring.ts'
import type { Outcome } from './import-appeals.ts'
import type { Suggested } from './outcome-sheet.ts'

/** Category and responsible unit of each appeal taken, with the words and the item of the duty list
 *  that speak for them; learned from the city's lists and from what it has handled. */
export async function suggestFor(
  { deps, worlds }: Platform,
  outcomes: readonly Outcome[],
): Promise<ReadonlyMap<number, Suggested>> {
  const state = worlds.state()
  const taken = outcomes.filter(({ result }) => result === 'taken')
  const suggested = new Map<number, Suggested>()
  if (state === undefined || taken.length === 0) return suggested
  const suggester = trainSuggester([
    ...(await declared(deps, state)),
    ...(await decided(deps, state)),
  ])
  for (const { line, row, place } of taken) {
    if (row === undefined || place === undefined) continue
    const text = [row.title, row.detail].join('\n')
    const [best] = suggester.suggest(titledText(row.title, row.detail), 1)
    const categories = best === undefined ? [] : [best.label]
    const [item] = await itemAdvice(deps, state, { text, categories, place, complained: undefined })
    const label = state.lists['categories']?.find(({ value }) => value === best?.label)?.label
    const words = best === undefined ? [] : [`文中有“${best.because.join('、')}”`]
    suggested.set(line, {
      category: label,
      unit: item?.lead?.name,
      because: [...words, ...(item === undefined ? [] : [item.reason])].join('；'),
    })
  }
  return suggested
}
