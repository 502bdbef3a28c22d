import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checked,
  csvOf,
  itemColumns,
  itemRow,
  rowsOf,
  saysOf,
  stepped,
} from './testing/import-steps.ts'
import { readByOthers } from './testing/other-reader.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let desk: Caller
let keeper: Caller
beforeAll(async () => {
  city = await startRunningCity()
  desk = await city.as('zuoxi')
  keeper = await city.as('bianban')
}, 120_000)
afterAll(() => city.stop())

const register = 'resident-appeal/register'
const list = 'duty-item/list'
const head = '诉求内容,来源渠道,所在地,诉求人,被反映单位,要求保密,诉求类别,来源平台,来源编号'
const titles = async (kind: string) => {
  const { db } = city.platform.deps
  const found = db.read.selectFrom('record').select('title').where('kind', '=', kind)
  return (await found.orderBy('title').execute()).map(({ title }) => title)
}
describe('a template', () => {
  it('names every column, what must be filled in and what may stand there', async () => {
    const sheets = readByOthers(await desk.file(`/api/sheets/${register}/template`))
    expect(sheets.map(({ name }) => name)).toEqual(['填写', '填写说明', '可选值'])
    const [empty, guide, values] = sheets
    expect(empty?.rows).toHaveLength(1)
    expect(empty?.rows[0]).toEqual(expect.arrayContaining(['诉求内容 *', '来源渠道 *', '诉求人']))
    expect(empty?.rows[0]).not.toContain('现场照片')
    const detail = guide?.rows.find((row) => row[0] === '诉求内容')
    expect(detail).toEqual(['诉求内容', '必填', '文字；至少 4 字，最多 2000 字', null])
    const channel = values?.rows[0]?.indexOf('来源渠道') ?? -1
    expect(values?.rows.slice(1, 3).map((row) => row[channel])).toEqual(['电话', '网上自助'])
    const place = values?.rows[0]?.indexOf('所在地') ?? -1
    expect(values?.rows.map((row) => row[place])).toContain('五华区 / 华山街道')
  })

  it('is given as CSV too, and read back with its stars', async () => {
    const { body } = await keeper.get(`/api/sheets/${list}/template?format=csv`)
    const [header = ''] = String(body).split('\r\n')
    expect(header.split(',')).toEqual(expect.arrayContaining(['事项编号 *', '失效日期']))
    const job = await checked(keeper, list, csvOf([header, `,${itemRow('T.1', '试列事项')}`]))
    expect(job.state === 'checked' ? '' : job.says).toBe('')
  })

  it('is for those who may begin the thing, and for nobody else', async () => {
    const clerk = await city.as('huashan-jingban')
    expect((await clerk.get(`/api/sheets/${register}/template`)).status).toBe(403)
    const sent = await clerk.upload(`/api/sheets/${register}`, csvOf([head, '灯不亮,电话']))
    expect(sent.status).toBe(403)
    expect((await city.nobody().get(`/api/sheets/${register}/template`)).status).toBe(401)
    const byClock = await desk.get('/api/sheets/instruction/give/template')
    expect(byClock.status).toBe(400)
  })
})

describe('a good sheet', () => {
  it('is checked without a trace, written whole, and reported with numbers', async () => {
    const lines = [
      head,
      '楼道灯不亮三天了,电话,五华区/华山街道,王某 13800000001,,是,路灯不亮,,',
      '小区门口积水严重,phone,530102001,,五华区城市管理局,否,,甲平台,7',
    ]
    const job = await checked(desk, register, csvOf(lines))
    expect(saysOf(await rowsOf(desk, job.id, 'bad'))).toEqual([])
    expect(job).toMatchObject({ state: 'checked', counts: { new: 2, bad: 0 } })
    expect(await titles('resident-appeal')).toEqual([])
    const waiting = await rowsOf(desk, job.id, 'new')
    expect(waiting.map(({ words }) => words)).toEqual(['楼道灯不亮三天了', '小区门口积水严重'])
    const done = await stepped(desk, `${job.id}/write`, { only: 'all' })
    expect(done).toMatchObject({ state: 'written', counts: { made: 2, refused: 0 } })
    expect(await titles('resident-appeal')).toEqual(['小区门口积水严重', '楼道灯不亮三天了'])
    const [first] = await rowsOf(desk, job.id)
    const { body } = await desk.get(`/api/record/${first.record.id}`)
    expect(body.record.place.path).toBe('五华区 / 华山街道')
    const text = (name: string) =>
      body.fields.find((field: { name: string }) => field.name === name)?.text
    expect([text('channel'), text('keepSecret')]).toEqual(['电话', '是'])
    const [report] = readByOthers(await desk.file(`/api/sheets/jobs/${job.id}/report`))
    expect(report?.rows.slice(1).map((row) => row.slice(0, 3))).toEqual([
      [2, '已新建', first.record.number],
      [3, '已新建', expect.any(String)],
    ])
  })

  it('is a job of the post that brought it, and of no other', async () => {
    const job = await checked(desk, register, csvOf([head, '公园长椅坏了,电话']))
    for (const other of [keeper, await city.as('wuhua')])
      expect((await other.get(`/api/sheets/jobs/${job.id}`)).status).toBe(404)
    const own = await desk.get('/api/sheets/jobs?kind=resident-appeal&command=register')
    expect(own.body.jobs[0].id).toBe(job.id)
  })
})

describe('bad rows', () => {
  it('are named one by one with column and sentence, and keep the whole sheet out', async () => {
    const lines = [
      head,
      ',电话',
      '灯坏,电话',
      '路面塌陷有大坑,电报',
      '路面塌陷有大坑,电话,没有的街道',
      '路面塌陷有大坑,电话,,,不存在的局',
      '路面塌陷有大坑,电话,,,,也许',
      '路面塌陷有大坑,电话,,,,,没有的类别',
      '路面塌陷有大坑,电话,,,,,,甲平台,8',
      '路面塌陷有大坑,电话,,,,,,甲平台,8',
      '路面塌陷有大坑,电话,,,,,,甲平台,7',
    ]
    const job = await checked(desk, register, csvOf(lines))
    expect(job).toMatchObject({ state: 'checked', counts: { new: 1, bad: 9 } })
    expect(saysOf(await rowsOf(desk, job.id, 'bad'))).toEqual([
      [2, '诉求内容：请填写诉求内容'],
      [3, '诉求内容：诉求内容至少 4 个字'],
      [4, '来源渠道：可选值里没有“电报”'],
      [5, '所在地：没有叫“没有的街道”的地方'],
      [6, '被反映单位：没有叫“不存在的局”的单位'],
      [7, '要求保密：要写“是”或“否”，不是“也许”'],
      [8, '诉求类别：可选值里没有“没有的类别”'],
      [10, expect.stringContaining('与第 9 行重复')],
      [11, expect.stringContaining('已经有同样')],
    ])
    const refused = await desk.post(`/api/sheets/jobs/${job.id}/write`, { only: 'all' })
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'badRows' } } })
  })

  it('come back coloured in the sheet as it was sent, each with what is wrong', async () => {
    const lines = ['备注,诉求内容,来源渠道', '甲,路面塌陷有大坑,电话', '乙,短,电话', '', '丙,,电话']
    const job = await checked(desk, register, csvOf(lines))
    const [sheet] = readByOthers(await desk.file(`/api/sheets/jobs/${job.id}/marked`))
    expect(sheet?.rows[0]).toEqual(['备注', '诉求内容', '来源渠道', '问题'])
    expect(sheet?.rows[1]).toEqual(['甲', '路面塌陷有大坑', '电话', null])
    expect(sheet?.rows[2]?.[3]).toBe('「诉求内容」诉求内容至少 4 个字')
    const last = Number((await rowsOf(desk, job.id, 'bad')).at(-1).line)
    expect(sheet?.rows[last - 1]?.[0]).toBe('丙')
    expect(sheet?.coloured).toEqual([3, last])
  })

  it('are left out where only the good or the chosen are wanted', async () => {
    const lines = [
      head,
      '桥面护栏松动一处,电话',
      '短,电话',
      '桥面护栏松动两处,电话',
      '桥面护栏三处松动,电话',
    ]
    const job = await checked(desk, register, csvOf(lines))
    const done = await stepped(desk, `${job.id}/write`, { only: [2, 5] })
    expect(done.counts).toMatchObject({ made: 2, bad: 1, left: 1 })
    expect(await titles('resident-appeal')).toEqual(
      expect.arrayContaining(['桥面护栏三处松动', '桥面护栏松动一处']),
    )
    expect(await titles('resident-appeal')).not.toContain('桥面护栏松动两处')
    const again = await checked(desk, register, csvOf(lines))
    const rest = await stepped(desk, `${again.id}/write`, { only: 'good', except: [4] })
    expect(rest.counts).toMatchObject({ made: 2, left: 1, bad: 1 })
  })

  it('are those that a rule refuses, or the post in that place', async () => {
    const lines = [
      itemColumns,
      itemRow('B.1', '无牵头', { type: '配合履职' }),
      itemRow('B.2', '早失效', { to: '2025/12/31' }),
      itemRow('B.3', '坏日期', { from: '去年' }),
      itemRow('B.4', '可以', { from: '20260101', to: '2027.1.1', words: '灯、路灯' }),
    ]
    const job = await checked(keeper, list, csvOf(lines))
    expect(saysOf(await rowsOf(keeper, job.id, 'bad'))).toEqual([
      [2, expect.stringContaining('必须写明牵头部门')],
      [3, expect.stringContaining('失效日期要在生效日期之后')],
      [4, '生效日期：“去年”不是日期，请写成 2026-08-03'],
    ])
    const elsewhere = lines.map((line, at) => `${at === 0 ? '所在地' : '盘龙区'},${line}`)
    const other = await checked(keeper, list, csvOf([elsewhere[0] ?? '', elsewhere[4] ?? '']))
    expect(saysOf(await rowsOf(keeper, other.id, 'bad'))).toEqual([
      [2, '：您当前的岗位不能办理这一步'],
    ])
  })

  it('are none where the file cannot be read; it says what it lacks', async () => {
    expect(await checked(desk, register, csvOf(['诉求内容', '灯不亮']))).toMatchObject({
      state: 'unreadable',
      says: '表头缺少「来源渠道」列',
    })
    expect((await checked(desk, register, csvOf([head]))).says).toBe('表格里没有内容')
  })
})
