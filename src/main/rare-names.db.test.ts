import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSheet } from '../platform/exchange/read-sheet.ts'
import { asked, registered } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

/** Characters of extensions B, C, E, F, G and H, of level 3 of GB 18030-2022, and names with dots. */
const names = [
  '\u{20BB7}\u{2A6D6}',
  '\u{2B029}\u{2B7C5}\u{2B740}',
  '\u{2C029}\u{2B820}',
  '\u{2CEB0}\u{2EBE0}',
  '\u{3134A}\u{30000}',
  '\u{31350}\u{323AF}',
  '\u{2B5AF}\u{2B8B8}',
  '\u{9FA6}\u{9FB3}',
  '古丽巴哈尔·阿卜杜热西提·買買提',
  '\u{20BB7}'.repeat(50),
]

async function begun(desk: Caller, name: string) {
  const detail = `楼上漏水三天了没有人修，找\u{20BB7}野店和${name}问过`
  const spot = `${'\u{2B029}'.repeat(100)}号`
  const reporter = { name, phone: '15400066001' }
  const { status, body } = await registered(desk, { detail, spot, reporter })
  expect([name, status, body.error]).toEqual([name, 200, undefined])
  return { id: String(body.id), link: body.link, number: String(body.number), detail }
}

it('names of any length and of rare characters come back as they were given', async () => {
  const desk = await city.as('wuhua')
  for (const name of names) {
    const { id, link } = await begun(desk, name)
    const view = await desk.get(`/api/record/${id}`)
    const field = view.body.fields.find((one: { name: string }) => one.name === 'reporter')
    const [first = '', ...rest] = name
    expect(field.value.masked.name).toBe(first + '*'.repeat(rest.length))
    expect(field.value.masked.name.isWellFormed()).toBe(true)
    expect(view.body.record.title.isWellFormed()).toBe(true)
    const reveal = await asked(desk, `${id}/reveal`, { reason: '核实' })
    expect(reveal.body.contact.name).toBe(name)
    const { body } = await city.nobody().post('/api/public/follow', link)
    const own = await city.nobody(body.token).get('/api/public/appeal/contact')
    expect(own.body.name).toBe(name)
  }
})

it('a name of 51 characters is one too many, whatever units they take', async () => {
  const reporter = { name: '\u{20BB7}'.repeat(51) }
  const { status, body } = await registered(await city.as('wuhua'), { reporter })
  expect([status, body.error.fields.reporter]).toEqual([
    400,
    expect.stringContaining('最多 50 个字'),
  ])
})

it('rare characters are found by words and stand in every sheet', async () => {
  const desk = await city.as('wuhua')
  const { number, detail } = await begun(desk, names[0] ?? '')
  const found = await desk.get(
    `/api/records/resident-appeal?q=${encodeURIComponent('\u{20BB7}野')}&number=${number}`,
  )
  expect(found.body.rows.map((row: { number: string }) => row.number)).toEqual([number])
  const path = `/api/records/resident-appeal/export?number=${number}&reason=${encodeURIComponent('核对')}`
  for (const format of ['xlsx', 'csv', 'csv-gb18030']) {
    const bytes = await desk.file(`${path}&format=${format}`)
    const sheet = await readSheet(bytes, { columns: [{ label: '编号' }, { label: '诉求内容' }] })
    expect([format, sheet.rows[0]?.cells['诉求内容']]).toEqual([format, detail])
  }
  for (const name of names)
    expect(iconv.decode(iconv.encode(name, 'gb18030'), 'gb18030')).toBe(name)
})

it('a person of the directory may have such a name too', async () => {
  const admin = await city.as('admin')
  const name = '\u{2B8B8}'.repeat(40)
  const made = await admin.post('/api/settings/people', { values: { name } })
  expect([made.status, made.body.error]).toEqual([200, undefined])
  const over = await admin.post('/api/settings/people', { values: { name: `${name}\u{2B8B8}` } })
  expect(over.status).toBe(400)
})
