import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registered } from './testing/appeal-asks.ts'
import { checked, csvOf, itemColumns, itemRow, stepped } from './testing/import-steps.ts'
import { type ReadSheet, readByOthers } from './testing/other-reader.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

/** What our library wrote, read by one that is not ours. */
let city: RunningCity
let desk: Caller
let keeper: Caller
beforeAll(async () => {
  city = await startRunningCity()
  desk = await city.as('zuoxi')
  keeper = await city.as('bianban')
}, 120_000)
afterAll(() => city.stop())

const cellIn = (sheet: ReadSheet | undefined, head: number, label: string) =>
  sheet?.rows[head + 1]?.[sheet.rows[head]?.indexOf(label) ?? -1]

describe('an exported list', () => {
  it('holds every field its reader may read, in words, and cells that look like formulas as text', async () => {
    const detail = '=HYPERLINK("http://x")楼道灯不亮'
    await registered(desk, { detail, keepSecret: false, category: '0703', complained: 10_000 })
    const [sheet] = readByOthers(
      await desk.file('/api/records/resident-appeal/export?reason=月度核对'),
    )
    expect(sheet?.rows[0]?.[0]).toMatch(/^演示数据；.+导出，?.*用途：月度核对，导出码 [0-9a-f]{12}/)
    const said = (label: string) => cellIn(sheet, 1, label)
    expect(said('诉求内容')).toBe(detail)
    expect(said('来源渠道')).toBe('电话')
    expect(said('诉求类别')).toBe('路灯不亮')
    expect(said('被反映单位')).toBe('华山街道办事处')
    expect(said('诉求人')).toMatch(/^王\*+ 154\*+2345$/u)
    expect(said('要求保密')).toBe('否')
    expect(said('受理时间')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u)
  })

  it('leaves out what the reader may not read', async () => {
    const { body } = await registered(desk, { complained: undefined })
    const ask = crypto.randomUUID()
    const data = { lead: 10_000, category: '0101', limitClass: 'general' }
    await desk.post(`/api/resident-appeal/${body.id}/dispatch`, { ask, data })
    const reporterSeenBy = async (who: Caller) => {
      const path = `/api/records/resident-appeal/export?reason=月度核对&number=${body.number}`
      const [sheet] = readByOthers(await who.file(path))
      expect(cellIn(sheet, 1, '编号')).toBe(body.number)
      return cellIn(sheet, 1, '诉求人')
    }
    expect(await reporterSeenBy(desk)).toMatch(/^王/u)
    expect(await reporterSeenBy(await city.as('lingdao'))).toBeNull()
  })

  it('of a kind with a key says the same when it is taken in again', async () => {
    const lines = [itemColumns, itemRow('5.1', '一项', { words: '灯、路灯', to: '2027-12-31' })]
    const job = await checked(keeper, 'duty-item/list', csvOf(lines))
    await stepped(keeper, `${job.id}/write`, { only: 'all' })
    const path = '/api/records/duty-item/export?state=inForce'
    const bytes = await keeper.file(path)
    expect(cellIn(readByOthers(bytes)[0], 1, '失效日期')).toBe('2027-12-31')
    const again = await checked(keeper, 'duty-item/list', new Uint8Array(bytes))
    expect(again).toMatchObject({ state: 'checked', counts: { same: 1, bad: 0 } })
  })
})

describe('the other sheets that are sent out', () => {
  it('an overview, the figures, a table of the settings', async () => {
    const leader = await city.as('lingdao')
    const [overview] = readByOthers(await leader.file('/api/overview/export?area=530102'))
    expect(overview?.rows[1]).toEqual(expect.arrayContaining(['部分', '项目', '数值']))
    const [figures] = readByOthers(await leader.file('/api/indicators/export'))
    expect(figures?.rows.length).toBeGreaterThan(2)
    const admin = await city.as('admin')
    const [units] = readByOthers(await admin.file('/api/settings/units/sheet'))
    expect(units?.rows[1]).toContain('名称')
    expect(units?.rows.length).toBeGreaterThan(100)
  })

  it('the appeals with their numbers as text, which no program rounds', async () => {
    const [sheet] = readByOthers(
      await desk.file('/api/records/resident-appeal/export?reason=月度核对'),
    )
    expect(typeof cellIn(sheet, 1, '编号')).toBe('string')
  })
})
