import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayMs, hourMs } from '../kernel/time.ts'
import { sweepUploads } from '../platform/http/file-sweep.ts'
import { sweepJobs } from '../platform/http/sheets/leases.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { registered } from './testing/appeal-asks.ts'
import { checked, csvOf } from './testing/import-steps.ts'
import { oneAtATime } from '../platform/turns/one-at-a-time.ts'
import { sweepRounds } from './upload-sweep.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let files = ''
beforeAll(async () => {
  city = await startRunningCity((deps) => {
    files = deps.files
    return deps
  })
}, 120_000)
afterAll(() => city.stop())

const sheet = (words: string) => new TextEncoder().encode(`%PDF-1.7\n${words}\n%%EOF`)
const lying = async () => {
  const all = await readdir(files, { recursive: true, withFileTypes: true })
  return all.filter((entry) => entry.isFile())
}
const rows = () => city.platform.deps.db.read.selectFrom('file').select('id').execute()

it('what was uploaded and never sent is gone after a day; what a record holds stays', async () => {
  const desk = await city.as('zuoxi')
  const upload = async (words: string) =>
    String((await desk.upload('/api/files', sheet(words), 'note.pdf')).body.id)
  const [sent, twice, never] = [await upload('甲'), await upload('甲'), await upload('乙')]
  await registered(desk, { photos: [sent] })
  expect(await lying()).toHaveLength(2)
  const { db } = city.platform.deps
  const now = Date.now()
  expect(await sweepUploads({ db, files }, CITY_CODE, now + 23 * hourMs)).toBe(0)
  expect(await sweepUploads({ db, files }, CITY_CODE, now + dayMs + hourMs)).toBe(2)
  expect(await rows()).toEqual([{ id: sent }])
  expect([twice, never]).not.toContain(sent)
  expect(await lying()).toHaveLength(1)
  expect((await desk.get(`/api/files/${sent}`)).status).toBe(200)
})

it('the sweep follows the clock it is handed, and ends when it is stopped', async () => {
  const desk = await city.as('zuoxi')
  await desk.upload('/api/files', sheet('丙'), 'note.pdf')
  const before = (await rows()).length
  for (const { parentPath, name } of await lying()) await utimes(join(parentPath, name), 1, 1)
  const cities = () => [CITY_CODE]
  const now = () => Date.now() + 2 * dayMs
  const sweep = oneAtATime(city.platform.deps.db, [
    sweepRounds({
      ...city.platform.deps,
      files,
      cities,
      now,
      say: () => undefined,
      everyMs: 20,
    }),
  ])
  await expect.poll(async () => (await rows()).length).toBe(before - 1)
  await sweep.stop()
  expect(await lying()).toHaveLength(1)
})

it('a sheet that was brought in is gone after thirty days, with what became of its rows', async () => {
  const desk = await city.as('zuoxi')
  const job = await checked(
    desk,
    'resident-appeal/register',
    csvOf(['诉求内容,来源渠道', '短,电话']),
  )
  const { db } = city.platform.deps
  const now = Date.now()
  expect(await sweepJobs({ db }, CITY_CODE, now + 29 * dayMs)).toBe(0)
  expect((await desk.get(`/api/sheets/jobs/${job.id}`)).status).toBe(200)
  expect(await sweepJobs({ db }, CITY_CODE, now + 31 * dayMs)).toBe(1)
  expect((await desk.get(`/api/sheets/jobs/${job.id}`)).status).toBe(404)
  expect(await db.read.selectFrom('import_row').select('line').execute()).toEqual([])
})
