import { textOf } from '../../../kernel/field.ts'
import type { AskEffect, Context, Relation, Seat } from '../../../kernel/kind.ts'
import { above, signers, staff, yearAt } from '../partners.ts'

const mechanisms = [
  { value: 'responsibility', label: '双向压实责任' },
  { value: 'consultation', label: '双向沟通协商' },
  { value: 'appraisal', label: '双向考核激励' },
  { value: 'cadre', label: '双向评价干部' },
] as const
export const sides = [
  { value: 'industry', label: '行业对属地' },
  { value: 'territory', label: '属地对行业' },
] as const

/** Every mechanism in each direction: what a pair must have to be called two-way (R054). */
export const directions = mechanisms.flatMap((mechanism) =>
  sides.map((side) => ({
    value: `${mechanism.value}-${side.value}`,
    label: `${mechanism.label}：缺${side.label}`,
  })),
)

export const basis = '以块为主、条块融合、双向用力的四项机制（中央关于城市基层党建的意见）'

/** Standing of the two sides, in the pair itself and in what comes of it: who gives and who takes. */
export const giverAndTaker = {
  relations: {
    giver: { label: '提出一方', roles: staff, is: { seat: 'giver' } },
    taker: { label: '另一方', roles: staff, is: { seat: 'taker' } },
    giverSigner: { label: '提出一方负责人', roles: signers, is: { seat: 'giver' } },
    takerSigner: { label: '另一方负责人', roles: signers, is: { seat: 'taker' } },
    above,
  } satisfies Record<string, Relation>,
  seats: {
    giver: { label: '提出一方', is: { field: 'giver' } },
    taker: { label: '另一方', is: { field: 'taker' } },
  } satisfies Record<string, Seat>,
  fields: {
    pair: { type: 'record', of: 'two-way-pair', label: '双向结对', required: true },
    giver: { type: 'unit', label: '提出一方' },
    taker: { type: 'unit', label: '另一方' },
    side: { type: 'choice', label: '方向', options: sides },
  },
} as const

/** Tells the pair that a mechanism has a record in one direction this year. */
export function notes(mechanism: string) {
  return ({ record, at }: Context): readonly AskEffect[] => {
    const pair = textOf(record.fields, 'pair')
    const side = textOf(record.fields, 'side') ?? ''
    const input = { direction: `${mechanism}-${side}`, year: yearAt(at) }
    return pair === undefined
      ? []
      : [{ ask: pair, kind: 'two-way-pair', command: 'noteRecord', input }]
  }
}
