import { randomUUID } from 'node:crypto'
import type { Answer, Caller } from './running-city.ts'

/** A community of the demo city, its street's office and a department of its district. */
export const community = 530_102_001_001
export const street = 10_000
export const department = 1012

export const dispatching = { lead: street, category: '0101', limitClass: 'general' }

/** An appeal as the desk writes it down on the phone. */
export function registered(
  desk: Caller,
  data: object = {},
  ask: string = randomUUID(),
): Promise<Answer> {
  return desk.post('/api/resident-appeal/register', {
    ask,
    area: community,
    data: {
      detail: '楼下垃圾桶满了三天没有人来收',
      spot: '华山西路12号院',
      channel: 'phone',
      reporter: { name: '王小明', phone: '15400012345' },
      ...data,
    },
  })
}

/** A command of an appeal, by whoever is signed in. */
export function asked(who: Caller, path: string, data: object = {}): Promise<Answer> {
  return who.post(`/api/resident-appeal/${path}`, { ask: randomUUID(), data })
}
