import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked, department, dispatching, registered } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

describe('signing in', () => {
  it('gives the post, what it can begin and where it has work', async () => {
    const desk = await city.as('zuoxi')
    const { status, body } = await desk.get('/api/me')
    expect(status).toBe(200)
    expect(body.post.unit.name).toBe('市12345热线中心')
    expect(body.nav).toContain('desk')
    const register = { kind: 'resident-appeal', command: 'register', label: '登记诉求' }
    expect(body.starts).toContainEqual(register)
  })

  it('is needed, and ends', async () => {
    expect((await city.nobody().get('/api/me')).status).toBe(401)
    const desk = await city.as('zuoxi')
    await desk.remove('/api/session')
    expect(await desk.get('/api/me')).toMatchObject({
      status: 401,
      body: { error: { code: 'signedOut' } },
    })
  })

  it('is locked after five wrong passwords', async () => {
    const tried = () =>
      city.nobody().post('/api/session', { login: 'panlong', password: 'not this one' })
    for (let wrong = 1; wrong < 5; wrong += 1)
      expect((await tried()).body.error.code).toBe('wrongPassword')
    expect((await tried()).body.error.code).toBe('locked')
    const right = { login: 'panlong', password: 'tongxin-demo' }
    expect((await city.nobody().post('/api/session', right)).body.error.code).toBe('locked')
  })

  it('acts in one post at a time', async () => {
    const both = await city.as('huashan')
    const me = await both.get('/api/me')
    expect(me.body.posts).toHaveLength(2)
    const other = me.body.posts.find((post: { id: string }) => post.id !== me.body.post.id)
    const switched = await both.post('/api/me/post', { post: other.id })
    expect(switched.body.post.id).toBe(other.id)
    expect((await both.post('/api/me/post', { post: randomUUID() })).status).toBe(403)
  })

  it('guards writes against pages of other sites', async () => {
    const response = await fetch(`${city.url}/api/session`, { method: 'POST' })
    expect(response.status).toBe(403)
  })
})

describe('an appeal', () => {
  it('goes from the desk to the street, a department and back to the resident', async () => {
    const [desk, clerk, helper] = await Promise.all(
      ['zuoxi', 'huashan-jingban', 'chengguan'].map((login) => city.as(login)),
    )
    if (!desk || !clerk || !helper) throw new Error('nobody signed in')
    const { body } = await registered(desk)
    const { id } = body
    expect(body.view.record.stateLabel).toBe('待派单')
    const sent = await asked(desk, `${id}/dispatch`, dispatching)
    expect(sent.body.undo).toBe('recall')
    const todos = await clerk.get('/api/todos')
    expect(todos.body.rows.map((row: { record: { id: string } }) => row.record.id)).toContain(id)
    await asked(clerk, `${id}/sign`)
    await asked(clerk, `${id}/contact`, { how: 'phone' })
    await asked(clerk, `${id}/callDepartment`, { department, task: '协调清运车辆' })
    const early = await asked(clerk, `${id}/submitAnswer`, { publicAnswer: '已经清运完毕。' })
    expect(early).toMatchObject({ status: 409, body: { error: { code: 'partiesAreDone' } } })
    for (const [command, data] of [
      ['join', {}],
      ['finish', { result: '车辆已到' }],
    ] as const) {
      const path = `/api/resident-appeal/${id}/co/${department}/${command}`
      expect((await helper.post(path, { ask: randomUUID(), data })).status).toBe(200)
    }
    const answered = await asked(clerk, `${id}/submitAnswer`, { publicAnswer: '已经清运完毕。' })
    expect(answered.body.view.record.state).toBe('checking')
    const unchecked = await city.nobody().post('/api/public/follow', body.link)
    expect(unchecked.body.view.answer).toBeUndefined()
    const head = await city.as('huashan-fuze')
    expect((await asked(head, `${id}/approve`)).body.view.record.state).toBe('answered')
    const follow = await city.nobody().post('/api/public/follow', body.link)
    expect(follow.body.view.answer).toBe('已经清运完毕。')
    const resident = city.nobody(follow.body.token)
    const judged = await resident.post('/api/public/appeal/judge', {
      ask: randomUUID(),
      data: { responded: true, solved: 'solved', satisfied: 'satisfied' },
    })
    expect(judged.body.stateLabel).toBe('已办结')
  })

  it('sent twice is there once, with the first answer', async () => {
    const desk = await city.as('zuoxi')
    const ask = randomUUID()
    const first = await registered(desk, {}, ask)
    const before = await city.eventCount()
    const again = await registered(desk, {}, ask)
    expect(again.body).toMatchObject({ id: first.body.id, number: first.body.number })
    expect(await city.eventCount()).toBe(before)
  })

  it('does not exist for those it does not concern, and they change nothing', async () => {
    const desk = await city.as('zuoxi')
    const { body } = await registered(desk)
    await asked(desk, `${body.id}/dispatch`, dispatching)
    const before = await city.eventCount()
    for (const login of ['chengguan', 'wuhua', 'admin']) {
      const other = await city.as(login)
      expect((await other.get(`/api/record/${body.id}`)).status).toBe(404)
      expect((await asked(other, `${body.id}/sign`)).status).toBe(404)
      const list = await other.get(`/api/records/resident-appeal?number=${body.number}`)
      expect(list.body.rows).toEqual([])
    }
    expect((await asked(desk, `${body.id}/sign`)).status).toBe(403)
    const head = await city.as('huashan-fuze')
    expect((await asked(head, `${body.id}/dispatch`, dispatching)).status).toBe(409)
    expect(await city.eventCount()).toBe(before)
  })

  it('says in words which field is wrong', async () => {
    const desk = await city.as('zuoxi')
    const { status, body } = await registered(desk, { detail: '短', channel: 'pigeon', odd: 1 })
    expect(status).toBe(400)
    expect(body.error.fields).toEqual({
      detail: '诉求内容至少 4 个字',
      channel: '来源渠道要从列表中选择',
      odd: '没有“odd”这一项',
    })
    const missing = await registered(desk, { detail: '' })
    expect(missing.body.error.fields).toEqual({ detail: '请填写诉求内容' })
  })

  it('of an older version is looked at again before it is changed', async () => {
    const desk = await city.as('zuoxi')
    const { body } = await registered(desk)
    const path = `/api/resident-appeal/${body.id}/note`
    const note = { ask: randomUUID(), version: 1, data: { words: '已核实地址' } }
    expect((await desk.post(path, note)).status).toBe(200)
    expect((await desk.post(path, note)).status).toBe(200)
    const late = await desk.post(path, { ...note, ask: randomUUID() })
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'changed' } } })
  })

  it('hides the number until a reason is given, and is found by the whole number only', async () => {
    const desk = await city.as('zuoxi')
    const phone = '15400099887'
    const { body } = await registered(desk, { reporter: { name: '李四', phone } })
    expect(JSON.stringify(body)).not.toContain(phone)
    const revealed = await asked(desk, `${body.id}/reveal`, { reason: '核对地址' })
    expect(revealed.body.contact).toMatchObject({ name: '李四', phone })
    const found = await desk.get(`/api/records/resident-appeal?phone=${phone}`)
    expect(found.body.rows.map((row: { id: string }) => row.id)).toEqual([body.id])
    const leader = await city.as('lingdao')
    const hidden = await leader.get(`/api/records/resident-appeal?phone=${phone}`)
    expect(hidden.body).toMatchObject({ rows: [], total: 0 })
    expect(hidden.body.next).toBeUndefined()
  })

  it('kept secret shows the handler no mask of the name', async () => {
    const desk = await city.as('zuoxi')
    const { body } = await registered(desk, { keepSecret: true })
    await asked(desk, `${body.id}/dispatch`, dispatching)
    const clerk = await city.as('huashan-jingban')
    const seen = await clerk.get(`/api/record/${body.id}`)
    expect(JSON.stringify(seen.body.fields)).not.toContain('王*')
    expect((await asked(clerk, `${body.id}/reveal`, { reason: '联系' })).status).toBe(409)
  })
})
