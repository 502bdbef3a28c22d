import { randomUUID } from 'node:crypto'
import { linesOf } from '../../capabilities/city/reorganisation/rows.ts'
import { proposed } from '../../capabilities/city/reorganisation/proposal.ts'
import { dayOf } from '../../kernel/time.ts'
import type { RunningCity } from './running-city.ts'

/** The streets of a merger in the demo city, and the district they lie in. */
export const merging = {
  district: 530_102,
  into: 530_102_001,
  from: 530_102_002,
} as const

/** 护国街道 is to go into 华山街道: drafted by the district's arbiter, approved by its leader. */
export async function approvedMerger(city: RunningCity): Promise<string> {
  const { directory } = city.platform.deps.worldOf(530_100)
  const rows = proposed(directory, {
    what: 'merge',
    of: 'areas',
    from: [merging.from],
    into: [{ key: merging.into }],
  })
  const drafter = await city.as('bianban')
  const drafted = await drafter.post('/api/reorganisation/draft', {
    ask: randomUUID(),
    area: merging.district,
    data: { title: '护国街道并入华山街道', what: 'merge', of: 'areas', ...linesOf(rows) },
  })
  if (drafted.status !== 200) throw new Error(JSON.stringify(drafted.body))
  const leader = await city.as('lingdao')
  const { id } = drafted.body
  const asked = (command: string, data: object) =>
    leader.post(`/api/reorganisation/${id}/${command}`, { ask: randomUUID(), data })
  const approved = await asked('approve', {
    basis: '五政发〔2026〕12号',
    on: dayOf(Date.now()),
  })
  if (approved.status !== 200) throw new Error(JSON.stringify(approved.body))
  // After hours its own clock has begun it when this is asked.
  const begun = await asked('carryOutNow', {})
  if (begun.status !== 200 && begun.body.error.code !== 'notOffered')
    throw new Error(JSON.stringify(begun.body))
  return id
}
