import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../kernel/time.ts'
import { demoDirectory } from './demo/city.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

const area = 530_102_001
const street = unitNamed('华山街道办事处')
const today = dayOf(Date.now())
let city: RunningCity
let department: Caller
let head: Caller

beforeAll(async () => {
  city = await startRunningCity()
  department = await city.as('chengguan')
  head = await city.as('huashan-fuze')
}, 240_000)
afterAll(() => city.stop())

const task = {
  title: '背街堆物清理',
  matter: '本周清理',
  taskKind: 'other',
  street,
  dueOn: addDays(today, 20),
}

function begin(
  who: Caller,
  path: string,
  { at = area, ...data }: Readonly<Record<string, unknown>>,
) {
  return who.post(path, { ask: randomUUID(), area: at, data })
}

function unitNamed(name: string): number {
  const unit = demoDirectory().units.find((one) => one.name === name)
  if (unit === undefined) throw new Error(`no unit ${name}`)
  return unit.id
}

test('R003 what nothing covers is refused, and street and district read that it was tried', async () => {
  const refused = await begin(department, '/api/street-task/send', task)
  expect(refused.body).toMatchObject({ error: { code: 'isCovered' } })
  const seen = await head.get('/api/records/refused-task')
  expect(seen.body.rows).toMatchObject([{ title: task.title, state: 'noted' }])
  const district = await city.as('zuzhibu')
  expect((await district.get('/api/records/refused-task')).body.rows).toHaveLength(1)
  const elsewhere = await city.as('panlong')
  expect((await elsewhere.get('/api/records/refused-task')).body.rows).toEqual([])
})

test('the desk says what stands, what is asked for and whom it waits for', async () => {
  const applied = await begin(department, '/api/street-duty-admission/apply', {
    matter: '夜间摊区秩序维护',
    taskKind: 'other',
    basis: '条例',
    reason: '需街道协调',
    streets: [street],
    beginsOn: today,
    endsOn: addDays(today, 100),
    money: 12,
    moneyDueOn: addDays(today, 30),
    people: 2,
    at: 530_102,
  })
  expect(applied.status).toBe(200)
  const { body } = await head.get('/api/mandate')
  expect(body.area).toEqual({ code: area, name: '华山街道' })
  expect(body.admissions).toMatchObject([
    {
      matter: '夜间摊区秩序维护',
      state: 'opinions',
      department: { name: '五华区城市管理局' },
      streets: ['华山街道办事处'],
      money: 12,
      waitsFor: ['华山街道办事处'],
      waitsForMe: true,
    },
  ])
  expect(body.waiting).toMatchObject([{ title: '夜间摊区秩序维护', does: '反馈意见' }])
  expect((await head.get('/api/mandate?area=530103')).status).toBe(403)
})

test('a version says what it adds, changes and takes away', async () => {
  const admin = await city.as('qingdan')
  const data = { list: 'street-duty', name: '修订', basis: '方案', at: 530_100 }
  const drafted = await begin(admin, '/api/list-version/draft', data)
  const version = drafted.body.id
  const item = {
    version,
    number: '9.8',
    name: '楼院议事',
    block: '社区建设',
    type: 'basic',
    lead: 'street',
    basis: '方案',
    validFrom: today,
    at: 530_100,
  }
  expect((await begin(admin, '/api/duty-item/draft', item)).status).toBe(200)
  const { body } = await head.get(`/api/mandate/difference?version=${version}`)
  expect(body).toMatchObject({ name: '修订', added: [{ number: '9.8', name: '楼院议事' }] })
  expect([body.amended, body.removed]).toEqual([[], []])
  expect((await head.get('/api/mandate/difference?version=none')).status).toBe(400)
})

test('a street’s page puts what it carries beside what it has', async () => {
  const { body } = await head.get(`/api/mandate/overload?area=${area}`)
  const loads = new Map(
    body.load.map(({ label, n }: { label: string; n: number }) => [label, n] as const),
  )
  expect(loads.get('今年退回或反映的违规下派')).toBe(1)
  expect(loads.get('部门下派、正在办的任务')).toBe(0)
  const [posts] = body.capacity
  expect(posts).toMatchObject({ label: '在岗岗位' })
  expect(posts.n).toBeGreaterThan(0)
  expect(body.mechanisms.map(({ label }: { label: string }) => label)).toEqual([
    '党建引领',
    '职责准入',
    '资源下沉',
    '权力调整',
    '考核评估',
    '信息共享',
  ])
  expect((await head.get('/api/mandate/overload?area=530102')).status).toBe(403)
  const leader = await city.as('lingdao')
  expect((await leader.get('/api/mandate/overload?area=530102')).status).toBe(400)
})
