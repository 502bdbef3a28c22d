import { areaHolds } from '../../../kernel/area-tree.ts'
import { placeOf } from '../../../kernel/directory.ts'
import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Context, Rule, Setter } from '../../../kernel/kind.ts'
import { ownedRules, ownedSetters } from '../owned.ts'

const basis = '一岗双责：班子成员每年听取分管部门和联系单位党组织书记述职'

/** The rules a hearing's flow names. */
export const rules = {
  isThisYear: ownedRules.isThisYear,
  departmentIsOfHere: {
    says: '分管部门、联系单位要在本级或本级所辖的地方，不能是领导班子自己',
    basis,
    input: true,
    holds: (context) => {
      const { input, world } = context
      const { directory } = world
      const heard = directory.units.get(numberOf(input, 'department') ?? 0)
      const own = ownArea(context)
      return (
        heard !== undefined &&
        own !== undefined &&
        heard.id !== numberOf(input, 'memberUnit') &&
        areaHolds(directory, own, heard.area)
      )
    },
  },
  memberLeadsHere: {
    says: '班子成员应在本级党委或政府',
    basis,
    input: true,
    holds: (context) => {
      const leads = context.world.directory.units.get(numberOf(context.input, 'memberUnit') ?? 0)
      return (
        leads !== undefined &&
        ['committee', 'government'].includes(leads.type) &&
        leads.area === ownArea(context)
      )
    },
  },
  noMemberYet: {
    says: '已经有班子成员分管',
    instead: '分管有调整的，请组织部门改派',
    basis,
    holds: ({ record }) => textOf(record.fields, 'member') === undefined,
  },
  isTheMember: {
    says: '由分管的班子成员本人听取、点评',
    instead: '先由分管的班子成员认领；分管有调整的，请组织部门改派',
    basis,
    holds: ({ actor, record }) =>
      actor.by === 'post' && actor.post.id === textOf(record.fields, 'member'),
  },
  someMatterIsOpen: {
    says: '没有还在办的具体事情',
    basis,
    holds: ({ record: { fields } }) => count(fields, 'done') < count(fields, 'matters'),
  },
} as const satisfies Record<string, Rule>

export const setters = {
  isLate: ownedSetters.isLate,
  isInTime: ownedSetters.isInTime,
  /** The record lies where the department is; its year ends with the year. */
  arranges: ({ input, world, actor }) => {
    const year = numberOf(input, 'year') ?? 0
    const unit = world.directory.units.get(numberOf(input, 'department') ?? 0)
    const place = unit && placeOf(world.directory, unit.area)
    return {
      title: `${year} 年 ${unit?.name ?? ''}述职`,
      fields: {
        dueOn: `${year}-12-31`,
        office: actor.by === 'post' ? actor.post.unit : null,
      },
      ...(place === undefined ? {} : { place }),
    }
  },
  /** Who hears is a post, so that whoever follows in it goes on. */
  undertakes: ({ actor }) => (actor.by === 'post' ? { fields: { member: actor.post.id } } : {}),
  awaitsMember: () => ({ fields: { member: null } }),
  listsOne: ({ record: { fields } }) => ({ fields: { matters: count(fields, 'matters') + 1 } }),
  finishesOne: ({ record: { fields } }) => ({ fields: { done: count(fields, 'done') + 1 } }),
} as const satisfies Record<string, Setter>

function count(fields: Values, name: string): number {
  return numberOf(fields, name) ?? 0
}

/** The area of the organisation department that arranges it. */
function ownArea({ actor, world: { directory } }: Context): number | undefined {
  return actor.by === 'post' ? directory.units.get(actor.post.unit)?.area : undefined
}
