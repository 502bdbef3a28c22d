import { isEnded, type Unit, unitFor } from '../../../kernel/directory.ts'
import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import type { Context } from '../../../kernel/kind.ts'

/** The bases that the rules of a finding rest on, and how they read their context. */
export const basis = {
  loop: '信息收集、问题发现、任务交办、协同处置、结果反馈工作机制',
  lowest: '能在最低一级处置的在最低一级处置，处置不了的逐级上交',
  apart: '立案与结案分开，同一角色不能既报又结',
  person: '只记事和地点，不记人，不记上报人的位置',
} as const

function unitOf({ world }: Context, id: number | undefined): Unit | undefined {
  return id === undefined ? undefined : world.directory.units.get(id)
}

/** The desk one level up: 社区 → 街道 → 区 → 市. */
export function deskAbove(context: Context): number | undefined {
  const { world, record } = context
  const { directory } = world
  const now = unitOf(context, numberOf(record.fields, 'desk'))
  const level = now === undefined ? undefined : directory.areas.get(now.area)?.level
  if (level === 'community') return streetOf(context)
  if (level === 'street')
    return unitFor(directory, { function: 'dispatch', level: 'district' }, record.place)?.id
  return level === 'district'
    ? unitFor(directory, { function: 'dispatch', level: 'city' }, record.place)?.id
    : undefined
}

export function streetOf({ world, record }: Context): number | undefined {
  for (const unit of world.directory.units.values())
    if (
      unit.type === 'street' &&
      unit.area === record.place.street &&
      !isEnded(world.directory, unit)
    )
      return unit.id
  return undefined
}

/** True when a unit stands at the level where the matter now lies, or below it, at its place. */
export function isWithinReach(context: Context, id: number | undefined): boolean {
  const unit = unitOf(context, id)
  const desk = unitOf(context, numberOf(context.record.fields, 'desk'))
  const { city, district, street, community } = context.record.place
  const down = [city, district, street, community]
  return (
    unit !== undefined &&
    desk !== undefined &&
    !isEnded(context.world.directory, unit) &&
    down.slice(down.indexOf(desk.area)).includes(unit.area)
  )
}

/** Grave and hard matters have a limit of their own for what must be done at once. */
export function awaitsControl(fields: Values): boolean {
  const hasStage = ['urgent', 'complex'].includes(textOf(fields, 'limitClass') ?? '')
  return hasStage && numberOf(fields, 'controlledAt') === undefined
}
