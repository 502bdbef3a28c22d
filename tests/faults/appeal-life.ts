import { demoDirectory } from '../../src/main/demo/city.ts'
import { cityIso } from '../../src/platform/http/wire.ts'

export type Asked = {
  readonly by: (typeof askers)[number]
  readonly path: string
  readonly body: { readonly area?: number; readonly data: Readonly<Record<string, unknown>> }
  readonly events?: number
}

/** Asks until it is answered, and gives the id of the record and those it is linked with. */
export type Ask = (asked: Asked) => Promise<Answered>
export type Answered = {
  readonly record: string
  readonly links: readonly { readonly id: string; readonly kind: string }[]
}

export const askers = ['zuoxi', 'huashan-jingban', 'huashan-fuze', 'lingdao', 'chengguan'] as const

const street = 530_102_001
const streetOffice = 10_000
const department = demoDirectory().units.find(({ name }) => name === '五华区城市管理局')?.id ?? 0

/**
 * From the first call to the answer, with what an ask can do to other records on its way: open
 * one in the same commit (an instruction, a whistle and its evaluation), and have another told
 * afterwards (a merged appeal, and the appeal whose whistle has closed).
 */
export async function appealLife(ask: Ask): Promise<void> {
  const { record: first } = await ask(register)
  const { record: second } = await ask(register)
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
  await whistleLife(ask, first)
  const answer = { data: { publicAnswer: '路灯已经修好，晚上请再看一看' } }
  await ask({ by: clerk, path: on(first, 'submitAnswer'), body: answer })
  await ask({ by: 'huashan-fuze', path: on(first, 'approve'), body: { data: {} } })
}

/** The street whistles for a department, which comes and does its part. */
async function whistleLife(ask: Ask, appeal: string): Promise<void> {
  const matter = '夜市占道多次反复，请到现场联合整治'
  const data = { occasion: 'enforcement', lead: department, called: [department], matter }
  const path = `/api/resident-appeal/${appeal}/whistle`
  const { links } = await ask({ by: 'huashan-jingban', path, body: { data }, events: 2 })
  const whistle = links.find(({ kind }) => kind === 'street-whistle')?.id ?? 'none'
  const on = (command: string) => `/api/street-whistle/${whistle}/${command}`
  const own = (command: string) => on(`department/${department}/${command}`)
  const by = 'chengguan'
  await ask({ by, path: own('sign'), body: { data: {} } })
  await ask({ by, path: own('arrive'), body: { data: { how: 'onSite' } } })
  const result = '已到现场清理，安排夜间巡查'
  await ask({ by, path: own('finish'), body: { data: { result } } })
  await ask({ by, path: on('submit'), body: { data: { result } } })
  await ask({ by: 'huashan-jingban', path: on('accept'), body: { data: {} }, events: 2 })
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
