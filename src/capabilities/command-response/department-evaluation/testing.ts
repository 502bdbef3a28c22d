import type { Actor } from '../../../kernel/actor.ts'
import { clerk, submitted, toldOf, type WhistleStory } from '../street-whistle/testing.ts'

/** The evaluation of the bureau, opened when its whistle closed on Wednesday at nine. */
export function evaluation(): WhistleStory {
  const told = submitted()
  const steps = told.step('accept', [clerk, '08-05 09:00'])
  return toldOf(told, steps[1]?.after.id ?? '')
}

export const graded = (side: string, grade = 'good') => ({
  [`${side}Response`]: grade,
  [`${side}Attitude`]: grade,
  [`${side}Quality`]: 'fair',
  [`${side}Result`]: grade,
  [`${side}Comment`]: '到场及时',
})
export const judgeDepartment = (told: WhistleStory, actor: Actor, when = '08-05 10:00') =>
  told.refused('judgeDepartment', [actor, when], graded('department'))
export const judgeStreet = (told: WhistleStory, actor: Actor, when = '08-05 11:00') =>
  told.refused('judgeStreet', [actor, when], graded('street', 'poor'))
