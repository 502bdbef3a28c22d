import { dispatchRules } from '../../resident-appeal/dispatch-rules.ts'

export type Forbidden = {
  readonly says: string
  readonly instead?: string | undefined
  readonly basis: string
}

/**
 * Why a unit may not be given an appeal, said while it is being chosen and in the words of the
 * rule that would refuse it. The server judges; this only spares a person the way there.
 */
export function forbiddenFor(
  unitType: string | undefined,
  itemType: string | undefined,
): Forbidden | undefined {
  if (unitType === 'community') return worded('communityOnlyAssists')
  if (itemType === 'withdrawn' && streetSide.has(unitType ?? ''))
    return worded('withdrawnItemStaysAbove')
  if (itemType === 'cooperate' && unitType === 'street') return worded('leadIsNamed')
  return undefined
}

const streetSide = new Set(['street', 'street-office', 'community'])

function worded(rule: string): Forbidden | undefined {
  const found = dispatchRules[rule]
  return found && { says: found.says, instead: found.instead, basis: found.basis }
}
