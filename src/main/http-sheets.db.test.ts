import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let admin: Caller
beforeAll(async () => {
  city = await startRunningCity()
  admin = await city.as('admin')
}, 120_000)
afterAll(() => city.stop())

const taken = async (what: string, lines: readonly string[], check = '') => {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  return (await admin.upload(`/api/settings/${what}/sheet${check}`, bytes, 'sheet.csv')).body
}
const rowNamed = async (what: string, name: string) => {
  const { body } = await admin.get(`/api/settings/${what}?q=${encodeURIComponent(name)}`)
  return body.rows.find((row: { text: { name: string } }) => row.text.name === name)
}

describe('a sheet of areas', () => {
  const lines = [
    '代码,名称,层级,类型,上级地区',
    '530199002001,新河社区,社区村,社区,530199002',
    '530199002,新河街道,街道乡镇,街道,530199',
    '530199,新设区,区县,区,530100',
  ]

  it('may name as upper area what it brings itself, in any order', async () => {
    expect(await taken('areas', lines, '?check=1')).toMatchObject({ ok: true, changed: 3 })
    expect(await taken('areas', lines)).toMatchObject({ ok: true, changed: 3 })
    expect((await rowNamed('areas', '新河社区')).parent).toBe('530199002')
  })

  it('is not taken at all when one of its rows is refused while it is written', async () => {
    const wrong = [
      lines[0] ?? '',
      '530198,半个区,区县,区,530100',
      '530197001,悬空街道,街道乡镇,街道,530100',
    ]
    const answer = await taken('areas', wrong)
    expect(answer).toMatchObject({ ok: false, changed: 0, problems: [{ row: 3 }] })
    expect(await rowNamed('areas', '半个区')).toBeUndefined()
  })
})

describe('a sheet of units', () => {
  const header = '编号,名称,类型,所在地区,上级单位'

  it('gives each new unit a number of its own', async () => {
    const good = [
      header,
      `,甲办公室,街道科室,530102001,10000`,
      `,乙办公室,街道科室,530102001,10000`,
    ]
    expect(await taken('units', good)).toMatchObject({ ok: true, changed: 2 })
    const [one, other] = [await rowNamed('units', '甲办公室'), await rowNamed('units', '乙办公室')]
    expect(one.id).not.toBe(other.id)
    const below = [
      header,
      `70001,丙中心,街道科室,530102001,`,
      `70002,丙中心一科,街道科室,530102001,70001`,
    ]
    expect(await taken('units', below)).toMatchObject({ ok: true, changed: 2 })
    expect((await rowNamed('units', '丙中心一科')).parent).toBe('70001')
  })

  it('says where a unit of the whole city is', async () => {
    expect((await rowNamed('units', '市12345热线中心')).text.area).toBe('昆明市')
  })

  it('is told yes or no where a cell says neither', async () => {
    const { problems } = await taken('units', [
      `${header},答复须负责人审核`,
      ',甲,党委,530102001,,也许',
    ])
    expect(problems).toMatchObject([{ row: 2, says: '答复须负责人审核要写是或否' }])
  })
})

describe('a sheet of people and what they do', () => {
  it('names people by name where only one has it, and says the passwords of new accounts once', async () => {
    await taken('people', ['姓名', '欧阳测试', '司马同名', '司马同名'])
    const posts = [
      '人员,单位,角色',
      '欧阳测试,10000,经办人',
      '司马同名,10000,经办人',
      '谁也不是,10000,经办人',
    ]
    const { problems } = await taken('posts', posts, '?check=1')
    expect(problems).toMatchObject([
      { row: 3, column: '人员', says: '有 2 个人叫司马同名，请填人员编号' },
      { row: 4, column: '人员', says: '没有叫“谁也不是”的人，请先在人员里登记' },
    ])
    expect(await taken('posts', posts.slice(0, 2))).toMatchObject({ ok: true, changed: 1 })
    const answer = await taken('accounts', ['登录名,人员', 'ouyang,欧阳测试'])
    expect(answer).toMatchObject({ ok: true, passwords: [{ login: 'ouyang' }] })
    const { password } = answer.passwords[0]
    const signedIn = await city.nobody().post('/api/session', { login: 'ouyang', password })
    expect(signedIn.status).toBe(200)
    expect(await taken('accounts', ['登录名,人员', 'ouyang,欧阳测试'])).toMatchObject({
      changed: 0,
    })
  })
})

describe('an administrator of a district', () => {
  it('changes nobody of another district, by id or by login', async () => {
    const person = (await admin.post('/api/settings/people', { values: { name: '区管理员' } })).body
      .id
    await admin.post('/api/settings/posts', { values: { person, unit: 1001, role: 'admin' } })
    const security = await city.as('anquan')
    const [grant] = (await security.get('/api/oversight')).body.grants
    await security.post(`/api/oversight/grants/${grant.id}`, { agree: true })
    const { body } = await admin.post('/api/settings/accounts', {
      values: { login: 'quguanli', person },
    })
    const district = await city.as('quguanli', body.password)
    const me = await district.get('/api/me')
    expect(me.body.post.role).toBe('admin')
    const panlong = await city.as('panlong')
    const theirs = (await panlong.get('/api/me')).body
    const own = me.body.post.unit.id
    const asPost = { id: theirs.post.id, values: { person, unit: own, role: 'clerk' } }
    expect((await district.post('/api/settings/posts', asPost)).status).toBe(403)
    const asAccount = { values: { login: 'panlong', person, reset: true } }
    expect((await district.post('/api/settings/accounts', asAccount)).status).toBe(403)
    expect((await (await city.as('panlong')).get('/api/me')).body.post.id).toBe(theirs.post.id)
  })
})

describe('a city that begins without any lists', () => {
  it('shows every list that its kinds choose from', async () => {
    const { db } = city.platform.deps
    await db.read.deleteFrom('setting').where('name', 'like', 'list:%').execute()
    await city.platform.worlds.reload()
    const { body } = await admin.get('/api/settings/lists')
    const names = body.rows.map((row: { id: string }) => row.id)
    expect(names).toEqual(expect.arrayContaining(['categories', 'grounds', 'domains', 'blocks']))
    const sheet = ['代码,名称,上级代码', '01,市容环卫,', '0101,垃圾清运,01', '0102,道路保洁,01']
    expect(await taken('lists/categories', sheet)).toMatchObject({ ok: true, changed: 3 })
    const list = await admin.get('/api/settings/lists/categories')
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual(['01', '0101', '0102'])
  })
})
