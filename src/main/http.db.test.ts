import { randomUUID } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

const community = 530_102_001_001
const street = 10_000
const department = 1012

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const registered = (desk: Caller, data: object = {}, ask = randomUUID()) =>
  desk.post('/api/resident-appeal/register', {
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
const asked = (who: Caller, id: string, command: string, data: object = {}) =>
  who.post(`/api/resident-appeal/${id}/${command}`, { ask: randomUUID(), data })
const dispatching = { lead: street, category: '0101', limitClass: 'general' }

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
    const sent = await asked(desk, id, 'dispatch', dispatching)
    expect(sent.body.undo).toBe('recall')
    const todos = await clerk.get('/api/todos')
    expect(todos.body.rows.map((row: { record: { id: string } }) => row.record.id)).toContain(id)
    await asked(clerk, id, 'sign')
    await asked(clerk, id, 'contact', { how: 'phone' })
    await asked(clerk, id, 'callDepartment', { department, task: '协调清运车辆' })
    const early = await asked(clerk, id, 'submitAnswer', { publicAnswer: '已经清运完毕。' })
    expect(early).toMatchObject({ status: 409, body: { error: { code: 'partiesAreDone' } } })
    for (const [command, data] of [
      ['join', {}],
      ['finish', { result: '车辆已到' }],
    ] as const) {
      const path = `/api/resident-appeal/${id}/co/${department}/${command}`
      expect((await helper.post(path, { ask: randomUUID(), data })).status).toBe(200)
    }
    const answered = await asked(clerk, id, 'submitAnswer', { publicAnswer: '已经清运完毕。' })
    expect(answered.body.view.record.state).toBe('checking')
    const unchecked = await city.nobody().post('/api/public/follow', body.link)
    expect(unchecked.body.view.answer).toBeUndefined()
    const head = await city.as('huashan-fuze')
    expect((await asked(head, id, 'approve')).body.view.record.state).toBe('answered')
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
    await asked(desk, body.id, 'dispatch', dispatching)
    const before = await city.eventCount()
    for (const login of ['chengguan', 'wuhua', 'admin']) {
      const other = await city.as(login)
      expect((await other.get(`/api/record/${body.id}`)).status).toBe(404)
      expect((await asked(other, body.id, 'sign')).status).toBe(404)
      const list = await other.get(`/api/records/resident-appeal?number=${body.number}`)
      expect(list.body.rows).toEqual([])
    }
    expect((await asked(desk, body.id, 'sign')).status).toBe(403)
    const head = await city.as('huashan-fuze')
    expect((await asked(head, body.id, 'dispatch', dispatching)).status).toBe(409)
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
    const revealed = await asked(desk, body.id, 'reveal', { reason: '核对地址' })
    expect(revealed.body.contact).toMatchObject({ name: '李四', phone })
    const found = await desk.get(`/api/records/resident-appeal?phone=${phone}`)
    expect(found.body.rows.map((row: { id: string }) => row.id)).toEqual([body.id])
    const leader = await city.as('lingdao')
    const hidden = await leader.get(`/api/records/resident-appeal?phone=${phone}`)
    expect(hidden.body.rows).toEqual([])
  })

  it('kept secret shows the handler no mask of the name', async () => {
    const desk = await city.as('zuoxi')
    const { body } = await registered(desk, { keepSecret: true })
    await asked(desk, body.id, 'dispatch', dispatching)
    const clerk = await city.as('huashan-jingban')
    const seen = await clerk.get(`/api/record/${body.id}`)
    expect(JSON.stringify(seen.body.fields)).not.toContain('王*')
    expect((await asked(clerk, body.id, 'reveal', { reason: '联系' })).status).toBe(409)
  })
})

describe('a resident', () => {
  const asking = (ask = randomUUID(), data: object = {}) =>
    city.nobody().post('/api/public/appeals', {
      ask,
      area: community,
      data: { detail: '小区门口路灯坏了', ...data },
    })

  it('asks without an account, and a resend tells the same number and code', async () => {
    const ask = randomUUID()
    const first = await asking(ask)
    expect(first.body.desk).toBe('五华区诉求处置中心')
    expect((await asking(ask)).body).toEqual(first.body)
  })

  it('cannot follow with another code, nor act by another link', async () => {
    const [one, other] = [await asking(), await asking()]
    const wrong = { number: one.body.number, code: other.body.code }
    expect((await city.nobody().post('/api/public/follow', wrong)).status).toBe(404)
    expect((await city.nobody('made.up.token').get('/api/public/appeal')).status).toBe(401)
  })

  it('is never told what stands inside', async () => {
    const { body } = await asking()
    const desk = await city.as('wuhua')
    const list = await desk.get(`/api/records/resident-appeal?number=${body.number}`)
    await asked(desk, list.body.rows[0].id, 'note', { words: '疑似重复反映' })
    const { number, code } = body
    const follow = await city.nobody().post('/api/public/follow', { number, code })
    expect(JSON.stringify(follow.body.view)).not.toContain('疑似')
  })

  it('sends photos that keep neither place nor their turning', async () => {
    const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 3/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const photo = await city.nobody().upload('/api/public/photos', new Uint8Array(taken))
    const { body } = await asking(randomUUID(), { photos: [photo.body.id] })
    const follow = await city.nobody().post('/api/public/follow', {
      number: body.number,
      code: body.code,
    })
    const response = await fetch(`${city.url}/api/files/${photo.body.id}`, {
      headers: { authorization: `Link ${follow.body.token}` },
    })
    const kept = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    expect([kept.width, kept.height, kept.exif]).toEqual([20, 40, undefined])
    const other = await city.as('panlong-nobody')
    expect((await other.get(`/api/files/${photo.body.id}`)).status).toBe(401)
    const street2 = await city.as('chengguan')
    expect((await street2.get(`/api/files/${photo.body.id}`)).status).toBe(404)
  })

  it('sends no page, program or giant as a photo', async () => {
    const page = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    expect((await city.nobody().upload('/api/public/photos', page)).status).toBe(415)
    const giant = new Uint8Array(10 * 1024 * 1024 + 1)
    expect((await city.nobody().upload('/api/public/photos', giant)).status).toBe(413)
  })
})

describe('an administrator', () => {
  it('changes a limit from a day on, and every version is kept', async () => {
    const admin = await city.as('admin')
    const limit = { qty: 2, unit: 'working-day' }
    const change = { id: 'appeal.sign', values: { limit } }
    expect((await admin.post('/api/settings/limits', change)).body.values.limit).toEqual(limit)
    const one = await admin.get('/api/settings/limits/appeal.sign')
    expect(one.body.history).toHaveLength(1)
    const desk = await city.as('zuoxi')
    expect((await desk.get('/api/settings/limits')).status).toBe(403)
  })

  it('is told every bad row of a sheet, and nothing of it is taken', async () => {
    const admin = await city.as('admin')
    const sheet = '参数,时限\nappeal.sign,3 个工作日\nappeal.contact,很快\n,1 小时\n'
    const bytes = new TextEncoder().encode(sheet)
    const answer = await admin.upload('/api/settings/limits/sheet', bytes, 'limits.csv')
    expect(answer.body.ok).toBe(false)
    expect(answer.body.problems.map((problem: { row: number }) => problem.row)).toEqual([4, 3])
    const one = await admin.get('/api/settings/limits/appeal.sign')
    expect(one.body.values.limit.qty).not.toBe(3)
  })

  it('makes an account whose password is said once', async () => {
    const admin = await city.as('admin')
    const person = await admin.post('/api/settings/people', { values: { name: '新同事' } })
    const values = { person: person.body.id, unit: 2, role: 'agent' }
    await admin.post('/api/settings/posts', { values })
    const account = await admin.post('/api/settings/accounts', {
      values: { login: 'xintongshi', person: person.body.id },
    })
    const { password } = account.body
    const signedIn = await city.nobody().post('/api/session', { login: 'xintongshi', password })
    expect(signedIn.body.post.unit.id).toBe(2)
  })
})

describe('the interface', () => {
  it('describes itself in a form that others accept', async () => {
    const { body } = await city.nobody().get('/api/openapi.json')
    const judged = await new Validator().validate(body)
    expect(judged.errors ?? []).toEqual([])
    expect(Object.keys(body.paths)).toContain('/api/resident-appeal/{id}/dispatch')
  })

  it('answers what it does not know with a sentence', async () => {
    expect(await city.nobody().get('/api/nothing')).toMatchObject({
      status: 404,
      body: { error: { code: 'absent' } },
    })
  })

  it('exports what the list shows, marked as a demo', async () => {
    const desk = await city.as('zuoxi')
    await registered(desk, { detail: '=1+1 楼道灯不亮' })
    const sheet = await desk.get('/api/records/resident-appeal/export?format=csv')
    expect(sheet.body.split('\r\n')[0]).toContain('演示数据')
    expect(sheet.body).not.toMatch(/(^|,)=1/mu)
  })

  it('asks one command of many, and names what was refused', async () => {
    const desk = await city.as('zuoxi')
    const [one, other] = [await registered(desk), await registered(desk)]
    await asked(desk, one.body.id, 'dispatch', dispatching)
    const clerk = await city.as('huashan-jingban')
    const ids = [one, other].map(({ body }) => ({ kind: 'resident-appeal', id: body.id }))
    const { body } = await clerk.post('/api/bulk/sign', { ids })
    expect(body).toMatchObject({ done: 1, refused: [{ id: other.body.id }] })
  })

  it('tells a leader in the morning what is in hand, and nobody of another area', async () => {
    const leader = await city.as('lingdao')
    const { body } = await leader.get('/api/brief')
    expect(body.area.name).toBe('五华区')
    const open = body.figures.find((figure: { name: string }) => figure.name === 'open')
    expect(open.value).toBeGreaterThan(0)
    expect((await leader.get('/api/brief?area=530103')).status).toBe(403)
  })

  it('advises the desk of duplicates, limit and numbers written into the text', async () => {
    const desk = await city.as('zuoxi')
    await registered(desk)
    const { body } = await desk.post('/api/advice/appeal', {
      title: '',
      detail: '楼下垃圾桶满了三天没有人来收，电话15400012345',
      area: community,
      category: '0101',
    })
    expect(body.duplicates.length).toBeGreaterThan(0)
    expect(body.limit.limitText).toBe('7 个工作日')
    expect(body.personal).toHaveLength(1)
  })
})

it('a resident who asks too often is told when to try again', async () => {
  const busy = await startRunningCity((deps) => ({
    ...deps,
    rate: { residents: 3, officials: 1000 },
  }))
  try {
    const statuses: number[] = []
    for (let tries = 0; tries < 5; tries += 1)
      statuses.push((await busy.nobody().get('/api/public/city')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const last = await busy.nobody().get('/api/public/city')
    expect(last.body.error).toMatchObject({ code: 'tooMany' })
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  } finally {
    await busy.stop()
  }
}, 120_000)
