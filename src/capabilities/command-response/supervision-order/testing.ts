import type { Value } from '../../../kernel/field.ts'
import { at, post, unit } from '../../../kernel/testing.ts'
import {
  arrives,
  bureau,
  clerk,
  toldOf,
  traffic,
  whistle,
  type WhistleStory,
} from '../street-whistle/testing.ts'

export type Data = Readonly<Record<string, Value>>
export const citySupervisor = post('supervisor', unit.citySupervision)
export const matter = '请两日内到场处置'

/** A whistle to which traffic had not come by Tuesday at ten. */
export function late(): WhistleStory {
  const told = whistle()
  arrives(told, bureau)
  told.until('08-04 10:00')
  return told
}

export function ask(told: WhistleStory, data: Data, when = '08-04 10:00') {
  return told.city.ask({
    kind: 'supervision-order',
    command: 'order',
    actor: clerk,
    at: at(when),
    place: { city: 1, district: 11, street: 111 },
    data: { matter, ...data },
  })
}

/** Ordered on Tuesday 4 August at ten. */
export function ordered(told = late()): WhistleStory {
  const done = ask(told, { whistle: told.id, unit: unit.traffic })
  if (!done.ok) throw new Error(done.refused)
  return toldOf(told, done.record.id)
}

export function replied(): WhistleStory {
  const told = ordered()
  told.step('sign', [traffic, '08-04 11:00'])
  told.step('reply', [traffic, '08-05 11:00'], { reply: '已到场处置' })
  return told
}
