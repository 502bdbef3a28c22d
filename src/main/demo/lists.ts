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
    'industry-systems': industrySystems.map((system) => ({ value: system, label: system })),
  }
}

/** Systems that have duties towards the places they lie in. */
const industrySystems = [
  '国资',
  '教育',
  '卫生健康',
  '城管',
  '住建',
  '公安',
  '民政',
  '司法',
  '人社',
  '交通运输',
  '水务',
  '市场监管',
  '文化旅游',
  '应急管理',
  '生态环境',
  '税务',
]
