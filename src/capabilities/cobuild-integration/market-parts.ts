import type { Actor, Role } from '../../kernel/actor.ts'
import { type Directory, type Place, placeOf } from '../../kernel/directory.ts'
import type { Option } from '../../kernel/field.ts'
import type { Context, Relation, Rule, Setting } from '../../kernel/kind.ts'

/** Who speaks for a unit, a street or a community when they work together. */
export const staff: readonly Role[] = ['clerk', 'head', 'leader', 'secretary', 'worker']

/** What a need is about and a resource is good for: the first thing by which they find each other. */
export const topics: readonly Option[] = [
  { value: 'elderly', label: '为老服务' },
  { value: 'children', label: '儿童青少年' },
  { value: 'health', label: '健康' },
  { value: 'law', label: '法律和调解' },
  { value: 'safety', label: '安全' },
  { value: 'environment', label: '环境整治' },
  { value: 'culture', label: '文化体育' },
  { value: 'parking', label: '停车' },
  { value: 'employment', label: '就业' },
]

/** What is lacked, and what is given. */
export const forms: readonly Option[] = [
  { value: 'venue', label: '场地' },
  { value: 'talent', label: '人才' },
  { value: 'equipment', label: '设备' },
  { value: 'service', label: '服务' },
  { value: 'money', label: '资金' },
]

export const dayParts: readonly Option[] = [
  { value: 'morning', label: '上午' },
  { value: 'afternoon', label: '下午' },
  { value: 'evening', label: '晚上' },
]

/** As `weekdayOf` numbers them. */
export const weekdays: readonly Option[] = [
  { value: '1', label: '周一' },
  { value: '2', label: '周二' },
  { value: '3', label: '周三' },
  { value: '4', label: '周四' },
  { value: '5', label: '周五' },
  { value: '6', label: '周六' },
  { value: '0', label: '周日' },
]

export const reader: Relation = { label: '工作人员', is: { anyone: 'post' } }
export const anyUnit: Relation = { label: '各单位', roles: staff, is: { anyone: 'post' } }
export const communityHere: Relation = {
  label: '所在社区',
  roles: staff,
  is: { unitType: ['community'], over: 'place' },
}

/** The Party organisations over the place: what is done together there is theirs to know. */
export const upper: Relation = {
  label: '本级和上级党组织',
  roles: staff,
  is: { unitType: ['street', 'committee', 'organisation'], over: 'place' },
}

export const cityMaySet = '本市参数，可在设置中修改'
export const sharing = '推动组织共建、活动共联、资源共享'

export function unitOf(actor: Actor): number | undefined {
  return actor.by === 'post' ? actor.post.unit : undefined
}

/** The place in which a unit lies. */
function placeOfUnit(directory: Directory, unit: number | undefined): Place | undefined {
  const area = unit === undefined ? undefined : directory.units.get(unit)?.area
  return area === undefined ? undefined : placeOf(directory, area)
}

/** Where a record lies when a unit is what places it. */
export function liesWith({ world }: Context, unit: number | undefined): Pick<Setting, 'place'> {
  const place = placeOfUnit(world.directory, unit)
  return place === undefined ? {} : { place }
}

export function isOfType(directory: Directory, unit: number | undefined, types: readonly string[]) {
  return unit !== undefined && types.includes(directory.units.get(unit)?.type ?? '')
}

/** A day may be left out; one that is given lies ahead. */
export function liesAhead(name: string, says: string, today: (context: Context) => string): Rule {
  return {
    says,
    basis: '期限从今天往后算',
    input: true,
    holds: (context) => {
      const day = context.input[name]
      return typeof day !== 'string' || day === '' || day >= today(context)
    },
  }
}
