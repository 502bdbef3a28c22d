import { isGiven, textOf } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { arbiterOf, basis, ownUnit } from './reading.ts'

/** What must hold for one called unit. */
export const partyRules: Readonly<Record<string, Rule>> = {
  hasNotArrived: {
    says: '已经报到',
    basis: basis.whistle,
    holds: ({ party }) => !isGiven(party?.fields['arrivedAt']),
  },
  arrivalIsUnconfirmed: {
    says: '这次报到街道已经确认',
    basis: '部门报到、街道核实',
    holds: ({ party }) => textOf(party?.fields ?? {}, 'arrival') === 'stated',
  },
  isRuledHere: {
    says: '由市裁定单位裁定',
    basis: basis.ruling,
    holds: (context) => arbiterOf(context)?.area !== context.record.place.city,
  },
  isRuledAbove: {
    says: '由区裁定单位裁定',
    basis: basis.ruling,
    holds: (context) => arbiterOf(context)?.area === context.record.place.city,
  },
  rulesOverBoth: {
    says: '这项争议不由本单位裁定',
    instead: '双方同属一个区的由区裁定，跨区的、涉及市级部门的由市裁定',
    basis: basis.ruling,
    holds: (context) => arbiterOf(context)?.id === ownUnit(context),
  },
}
