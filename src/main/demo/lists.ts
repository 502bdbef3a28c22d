import type { Lists } from '../../platform/world/city-state.ts'
import { categoryGroups, categoryLeaves } from './categories.ts'
import { departments } from './departments.ts'
import { DUTY_BLOCKS } from './duty-items.ts'
import { findingCategories } from './finding-categories.ts'
import { notAcceptedGrounds } from './not-accepted.ts'

/** The lists that fields of the demo city offer choices from. */
export function demoLists(): Lists {
  return {
    categories: [
      ...categoryGroups.map(({ code, name }) => ({ value: code, label: name })),
      ...categoryLeaves.map(({ code, name, parent, limitClass, keywords }) => ({
        value: code,
        label: name,
        parent,
        limitClass,
        keywords,
      })),
    ],
    'finding-categories': findingCategories,
    grounds: notAcceptedGrounds.map(({ code, name, turnTo }) => ({
      value: code,
      label: name,
      turnTo,
    })),
    domains: [
      { value: 'street', label: '街道' },
      ...departments.map(({ key }) => ({ value: key, label: key })),
    ],
    blocks: DUTY_BLOCKS.map((block) => ({ value: block, label: block })),
  }
}
