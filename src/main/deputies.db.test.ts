import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, dayOf } from '../kernel/time.ts'
import { heldPosts } from '../platform/identity/posts.ts'
import { momentOf } from '../platform/store/value-types.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { asked, dispatching, registered } from './testing/appeal-asks.ts'
import {
  type Answer,
  type Caller,
  type RunningCity,
  startRunningCity,
} from './testing/running-city.ts'

let city: RunningCity
let clerk: Caller
let head: Caller
beforeAll(async () => {
  city = await startRunningCity()
  clerk = await city.as('huashan-jingban')
  head = await city.as('huashan-fuze')
}, 120_000)
afterAll(() => city.stop())

const today = dayOf(Date.now())
const soon = addDays(today, 5)

async function who(caller: Caller): Promise<{ id: string; name: string; posts: DeputyPost[] }> {
  const { body } = await caller.get('/api/me')
  return { ...body.person, posts: body.posts }
}

type DeputyPost = { readonly id: string; readonly standsFor?: string; readonly role: string }

async function name(by: Caller, person: string, days: object = {}): Promise<Answer> {
  return by.post('/api/deputies', { person, from: today, to: soon, ...days })
}

it('only a colleague of the unit stands in, and nobody of another', async () => {
  const { body } = await clerk.get('/api/deputies')
  const names = body.may.map(({ id }: { id: string }) => id)
  expect(names).toContain((await who(head)).id)
  const stranger = await who(await city.as('chengguan'))
  expect(names).not.toContain(stranger.id)
  expect((await name(clerk, stranger.id)).body.error.says).toContain('本单位的同事')
  const late = { from: today, to: addDays(today, -1) }
  expect((await name(clerk, (await who(head)).id, late)).status).toBe(409)
})

it('the deputy acts in that post beside their own, and the record says for whom', async () => {
  const named = await name(clerk, (await who(head)).id)
  expect(named.body.given).toMatchObject([{ state: 'now', to: soon }])
  const [deputy, away] = [await who(head), await who(clerk)]
  const post = deputy.posts.find(({ standsFor }) => standsFor === away.name)
  expect(post?.role).toBe('clerk')
  const desk = await city.as('zuoxi')
  const { body } = await registered(desk)
  await asked(desk, `${body.id}/dispatch`, dispatching)
  await head.post('/api/me/post', { post: post?.id })
  expect((await asked(head, `${body.id}/sign`)).status).toBe(200)
  const { timeline } = (await clerk.get(`/api/record/${body.id}`)).body
  const actors = timeline.map(({ actor }: { actor: string }) => actor)
  expect(actors.join()).toContain(`${deputy.name}（代${away.name}）`)
})

it('whoever was away reads what was done in their name', async () => {
  const { given } = (await clerk.get('/api/deputies')).body
  const { body } = await clerk.get(`/api/deputies/${given[0].id}/done`)
  expect(body.rows).toMatchObject([{ does: '签收', record: { kind: 'resident-appeal' } }])
  const other = await city.as('chengguan')
  expect((await other.get(`/api/deputies/${given[0].id}/done`)).status).toBe(403)
})

it('no deputy has a deputy, and one post has one at a time', async () => {
  const third = await who(await city.as('shuji'))
  expect((await name(clerk, third.id)).body.error.says).toContain('已经有人代理')
  expect((await name(head, third.id)).body.error.says).toContain('代理来的岗位')
  const [own] = (await who(head)).posts
  await head.post('/api/me/post', { post: own?.id })
  expect((await name(head, third.id)).body.error.says).toContain('您那段时间正在代理别人')
  const back = await name(await city.as('shuji'), (await who(clerk)).id)
  expect(back.body.error.says).toContain('那段时间也由别人代理')
})

it('ends by hand, and with it the post', async () => {
  const { given } = (await clerk.get('/api/deputies')).body
  const { body } = await clerk.post(`/api/deputies/${given[0].id}/end`)
  expect(body.given[0].state).toBe('past')
  expect((await who(head)).posts.filter(({ standsFor }) => standsFor !== undefined)).toEqual([])
  expect((await clerk.get(`/api/deputies/${given[0].id}/done`)).body.rows).toHaveLength(1)
})

it('nobody stands in for one of the three administrators, nor they for anybody', async () => {
  const admin = await city.as('admin')
  expect(
    (await admin.get('/api/deputies')).body.may.map(({ name: one }: { name: string }) => one),
  ).toEqual([])
  const anquan = await who(await city.as('anquan'))
  const desk = await city.as('zuoxi')
  const { may } = (await desk.get('/api/deputies')).body
  expect(may.map(({ id }: { id: string }) => id)).not.toContain(anquan.id)
  const agent = await who(desk)
  expect((await name(admin, agent.id)).body.error.says).toContain('三员')
})

it('stands in no longer than the post that is stood in for, and than one’s own', async () => {
  const { db } = city.platform.deps
  const principal = (await who(clerk)).posts[0]?.id ?? ''
  const own = (await who(head)).posts[0]?.id ?? ''
  await name(clerk, (await who(head)).id)
  const standing = async () =>
    (await heldPosts(db, { city: CITY_CODE, now: Date.now() }, { person: (await who(head)).id }))
      .filter(({ deputises }) => deputises !== undefined)
      .map(({ until }) => until)
  const set = (id: string, to: number | null) =>
    db.read
      .updateTable('post')
      .set({ valid_to: to === null ? null : momentOf(to) })
      .where('id', '=', id)
      .execute()
  const later = Date.now() + 3_600_000
  await set(principal, later)
  expect(await standing()).toEqual([later])
  await set(principal, Date.now())
  const held = await heldPosts(db, { city: CITY_CODE, now: Date.now() }, { id: own })
  expect(held).toHaveLength(1)
  expect(await standing()).toEqual([])
  await set(principal, null)
  expect(await standing()).toHaveLength(1)
})

it('is ended by the security administrator too, whatever the post', async () => {
  const security = await city.as('anquan')
  const { rows } = (await security.get('/api/oversight/accounts?q=huashan-fuze')).body
  const post = rows[0].posts.find(({ role }: { role: string }) => role.includes('代理'))
  expect(post.mayEnd).toBe(true)
  expect((await security.post(`/api/oversight/posts/${post.id}/end`)).status).toBe(200)
  expect((await who(head)).posts.some(({ standsFor }) => standsFor !== undefined)).toBe(false)
})
