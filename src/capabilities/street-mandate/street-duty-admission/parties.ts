import { placeOf } from '../../../kernel/directory.ts'
import { listOf, textOf } from '../../../kernel/field.ts'
import type { Context, Parameter, Setting } from '../../../kernel/kind.ts'
import { consultation } from '../../../kernel/patterns/consultation.ts'
import { committeesAndGovernments, jointApproval } from '../../../kernel/patterns/joint-approval.ts'
import { parameterAt } from '../../../kernel/world.ts'
import { signers, staff } from '../sides.ts'

const levels = 'admission.levels'

export const heard = consultation({
  role: 'heard',
  label: '承担街道',
  roles: [...staff, ...signers],
  asker: 'applicant',
  conclusions: [
    { value: 'agree', label: '同意承担' },
    { value: 'conditional', label: '有条件同意' },
    { value: 'object', label: '不同意承担' },
  ],
  parameter: 'admission.opinion',
  limit: { qty: 5, unit: 'working-day' },
  basis: '准入先听街道意见，时限本市可设置',
})

export const approval = jointApproval({
  label: '审核单位',
  roles: signers,
  parameter: 'admission.approval',
  limit: { qty: 10, unit: 'working-day' },
  basis: '准入审核时限，本市可设置',
  agreed: 'admitted',
  refused: 'refused',
})

export const levelParameter: Readonly<Record<string, Parameter>> = {
  [levels]: {
    label: '街道工作准入由谁审核',
    type: 'choice',
    options: [
      { value: 'own', label: '申请部门所在层级的党委和政府' },
      { value: 'both', label: '市、区两级党委和政府' },
    ],
    default: 'both',
    basis: '市、区两级党委、政府审核把关；是否两级都审由本市确定',
  },
}

/** The committee and the government of each level that reviews: of the city, of every district whose
 *  streets are to take it on, or of the applicant's level alone. */
export function asksApprovers({ record, world, at }: Context): Setting {
  const { directory } = world
  const isBoth = parameterAt(world, levels, at)?.value === 'both'
  const places = listOf(record.fields, 'streets').flatMap((unit) => {
    const area = typeof unit === 'number' ? directory.units.get(unit)?.area : undefined
    return area === undefined ? [] : [placeOf(directory, area) ?? record.place]
  })
  const found = isBoth
    ? places.flatMap((place) => committeesAndGovernments(world, place, ['city', 'district']))
    : committeesAndGovernments(
        world,
        record.place,
        record.place.district === undefined ? ['city'] : ['district'],
      )
  return { join: [...new Set(found)].map((unit) => ({ role: 'approver', unit })) }
}

/** The streets named are heard. */
export function asksStreets({ input }: Context): Setting {
  return {
    join: listOf(input, 'streets').flatMap((unit) =>
      typeof unit === 'number' ? [{ role: 'heard', unit }] : [],
    ),
  }
}

export function isInOrder({ input }: Pick<Context, 'input'>): boolean {
  return (textOf(input, 'beginsOn') ?? '') <= (textOf(input, 'endsOn') ?? '')
}
