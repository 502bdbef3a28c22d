import { cityIso } from '../../src/platform/http/wire.ts'

export type Asked = {
  readonly by: (typeof askers)[number]
  readonly path: string
  readonly body: { readonly area?: number; readonly data: Readonly<Record<string, unknown>> }
  readonly events?: number
}

/** Asks until it is answered, and gives the id of the record. */
export type Ask = (asked: Asked) => Promise<string>

export const askers = ['zuoxi', 'huashan-jingban', 'huashan-fuze', 'lingdao'] as const

const street = 530_102_001
const streetOffice = 10_000

/**
 * From the first call to the answer, with what an ask can do to other records on its way: open
 * one in the same commit (an instruction), and have another told afterwards (a merged appeal).
 */
export async function appealLife(ask: Ask): Promise<void> {
  const first = await ask(register)
  const second = await ask(register)
  const on = (record: string, command: string) => `/api/resident-appeal/${record}/${command}`
  await ask({ by: 'zuoxi', path: on(second, 'merge'), body: { data: { primary: first } } })
  const dispatch = { lead: streetOffice, category: '0101', limitClass: 'general' }
  await ask({ by: 'zuoxi', path: on(first, 'dispatch'), body: { data: dispatch } })
  const clerk = 'huashan-jingban'
  await ask({ by: clerk, path: on(first, 'sign'), body: { data: {} } })
  await ask({ by: clerk, path: on(first, 'note'), body: { data: { words: '已经安排人员去看' } } })
  const instruction = { instruction: '请尽快办好', unit: streetOffice, dueOn: inAWeek() }
  const body = { data: instruction }
  await ask({ by: 'lingdao', path: on(first, 'instruct'), body, events: 2 })
  await ask({ by: clerk, path: on(first, 'contact'), body: { data: { how: 'phone' } } })
  const answer = { data: { publicAnswer: '路灯已经修好，晚上请再看一看' } }
  await ask({ by: clerk, path: on(first, 'submitAnswer'), body: answer })
  await ask({ by: 'huashan-fuze', path: on(first, 'approve'), body: { data: {} } })
}

const register: Asked = {
  by: 'zuoxi',
  path: '/api/resident-appeal/register',
  body: {
    area: street,
    data: { title: '路灯不亮', detail: '楼下的路灯三天没有亮了', channel: 'phone' },
  },
}

function inAWeek(): string {
  return cityIso(Date.now() + 7 * 86_400_000).slice(0, 10)
}
