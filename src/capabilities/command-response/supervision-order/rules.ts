import { unitFor } from '../../../kernel/directory.ts'
import { isGiven, listOf, numberOf } from '../../../kernel/field.ts'
import type { Context, Rule, Setter } from '../../../kernel/kind.ts'
import { basis, levels } from './fields.ts'

/** What may be pressed, and when it may be closed. */
export const rules: Readonly<Record<string, Rule>> = {
  restsOnALateMatter: {
    id: 'R019',
    says: '只能就本街道超时或被退回的吹哨、辖区内超时的诉求，督办承担它的部门',
    instead: '没有超时的，可以先催办',
    basis,
    input: true,
    facts: ['whistle', 'appeal'],
    holds: (context) => {
      const unit = context.world.directory.units.get(numberOf(context.input, 'unit') ?? 0)
      return unit?.type === 'department' && (isLateWhistle(context) || isLateAppeal(context))
    },
  },
  unitHasReplied: {
    id: 'R019',
    says: '督办对象还没有答复，不能销号',
    basis,
    holds: ({ record }) => isGiven(record.fields['reply']),
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  beginsAtTheStreet: ({ input, actor }) => {
    const street = actor.by === 'post' ? actor.post.unit : (input['street'] ?? null)
    return { fields: { street, overseer: street, level: 'street' } }
  },
  /** One level up: who supervises there verifies from now on. */
  climbs: ({ record, world }) => {
    const at = levels.findIndex(({ value }) => value === record.fields['level'])
    const level = levels[at + 1]?.value ?? 'cityLate'
    if (level === 'cityLate') return { fields: { level } }
    const overseer = unitFor(world.directory, { function: 'supervise', level }, record.place)?.id
    return { fields: { level, ...(overseer === undefined ? {} : { overseer }) } }
  },
  forgetsReply: () => ({ fields: { reply: null } }),
}

function isLateWhistle({ facts, input, actor }: Context): boolean {
  const found = facts['whistle']?.rows[0]?.fields
  const unit = numberOf(input, 'unit')
  if (found === undefined || unit === undefined) return false
  const isOwn = actor.by === 'post' && found['street'] === actor.post.unit
  const wasSentBack = found['lead'] === unit && (numberOf(found, 'sentBack') ?? 0) > 0
  return isOwn && (wasSentBack || listOf(found, 'lateUnits').includes(unit))
}

function isLateAppeal({ facts, input }: Context): boolean {
  const found = facts['appeal']?.rows[0]?.fields
  return (
    found !== undefined && found['lead'] === numberOf(input, 'unit') && isGiven(found['lateAt'])
  )
}
