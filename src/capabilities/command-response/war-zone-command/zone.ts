import { textOf, type Values } from '../../../kernel/field.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { RecordFact } from '../../../kernel/fact.ts'
import type { Context, Rule } from '../../../kernel/kind.ts'
import { type Day, dayOf } from '../../../kernel/time.ts'

export const basis =
  '街道是战区，书记任总指挥，能调力量、评工作、提人事建议（天津做法，本市启用后适用）'
export const staff = ['clerk', 'head', 'leader', 'secretary'] as const
export const practice = 'war-zone'

/** The zone of the asking street. */
export const zone: RecordFact = {
  kind: 'war-zone-command',
  where: { holder: { own: 'asker' } },
  states: ['daily', 'emergency'],
  want: 'first',
}

/** R018: the street's secretary commands, or whoever was recorded as the delegate, while that lasts. */
export function isCommander(actor: Actor, own: Values, today: Day): boolean {
  if (actor.by !== 'post' || own['holder'] !== actor.post.unit) return false
  if (actor.post.role === 'secretary') return true
  return textOf(own, 'delegate') === actor.post.id && (textOf(own, 'delegateUntil') ?? '') >= today
}

function commands({ actor, facts, at }: Context): boolean {
  const found = facts['zone']?.rows[0]
  return found !== undefined && isCommander(actor, found.fields, dayOf(at))
}

/** Asked where the zone is known by a fact. */
export const onlyTheCommander: Rule = {
  id: 'R018',
  says: '只有本战区总指挥（街道党工委书记）或登记在册的代行人可以办理',
  instead: '请总指挥办理，或由总指挥登记代行人',
  basis,
  input: true,
  facts: ['zone'],
  holds: commands,
}
