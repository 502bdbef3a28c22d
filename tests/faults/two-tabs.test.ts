import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import { openStage, type Stage, unitNamed } from '../journeys/main-job-stage.ts'
import { done, openOfficialPage, press } from '../journeys/official-page.ts'
import { recordsOf, toldOf } from '../journeys/whistle-store.ts'
import { recheckProgram, verifyProgram } from './programs.ts'

const office = '华山街道办事处'
const clerk = 'huashan-jingban'
const colleague = { login: 'huashan-tongshi', unit: office, role: 'clerk' } as const
const ours = '路灯已经修好，今晚请再看一看'
const theirs = '已经联系路灯所，明天上午来修'

let stage: Stage
let desk: Client
let hand: Client

beforeAll(async () => {
  stage = await openStage({ people: [colleague], posts: [], limits: {} })
  desk = await signedIn('zuoxi')
  hand = await signedIn(clerk)
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await stage.keepPictures(`reports/faults/${task.name}`)
})

afterAll(async () => {
  await stage.clear()
  desk.close()
  hand.close()
})

test('of two tabs that answer the same matter one wins, the other says what happened and keeps what was typed', async () => {
  const words = '槐树巷的路灯三天没有亮了'
  const id = await handled(words)
  const first = await openOfficialPage(stage.browser, stage.url, clerk)
  const second = await first.context().newPage()
  await typed(second, id, theirs)
  await typed(first, id, ours)
  await expectOneWins(first, second)
  expect(await answerOf(id)).toEqual({ answer: ours, times: 1 })
  await first.context().close()
})

test('of two colleagues who answer the same matter one wins, the other says what happened and keeps what was typed', async () => {
  const words = '翠湖边的垃圾桶满了没有人来收'
  const id = await handled(words)
  const [first, second] = [
    await openOfficialPage(stage.browser, stage.url, clerk),
    await openOfficialPage(stage.browser, stage.url, colleague.login),
  ]
  await typed(second, id, theirs)
  await typed(first, id, ours)
  await expectOneWins(first, second)
  expect(await answerOf(id)).toEqual({ answer: ours, times: 1 })
})

test('after all this everything that is stored follows from the events', async () => {
  await stage.stopProduct()
  expect(await recheckProgram(stage.home)).toEqual({ code: 0, said: '' })
  expect(await verifyProgram(stage.home)).toEqual({ code: 0, said: '' })
})

async function expectOneWins(first: Page, second: Page): Promise<void> {
  await press(first, '提交答复')
  await done(first, '答复')
  await press(second, '提交答复')
  const article = second.getByRole('article')
  await article.getByRole('alert').getByText('已经进入别的环节').waitFor()
  expect(await second.getByText('答复：已办好').count()).toBe(0)
  // What the other did stands in the record below, and what was typed in the form above it.
  await article.getByText(ours).first().waitFor()
  expect(await article.getByRole('textbox', { name: '答复内容' }).inputValue()).toBe(theirs)
}

async function typed(page: Page, record: string, answer: string): Promise<void> {
  page.setDefaultTimeout(60_000)
  await page.goto(`${stage.url}/r/${record}`)
  await press(page, '答复')
  await page.getByRole('textbox', { name: '答复内容' }).fill(answer)
}

/** An appeal that waits for its answer. */
async function handled(words: string): Promise<string> {
  const data = { title: words, detail: words, channel: 'phone' }
  await ask(desk, '/api/resident-appeal/register', { area: 530_102_001, data })
  const [newest] = await recordsOf(stage.db, 'resident-appeal')
  const id = newest?.id ?? ''
  const on = (command: string) => `/api/resident-appeal/${id}/${command}`
  const dispatch = { lead: unitNamed(office), category: '0101', limitClass: 'general' }
  await ask(desk, on('dispatch'), { data: dispatch })
  await ask(hand, on('sign'), { data: {} })
  await ask(hand, on('contact'), { data: { how: 'phone' } })
  return id
}

/** What the record holds as its answer, and how often one was given. */
async function answerOf(id: string): Promise<{ answer: unknown; times: number }> {
  const view = await hand.get(`/api/record/${id}`)
  const { fields }: { fields: readonly { name: string; value: unknown }[] } = JSON.parse(view.text)
  const events = await toldOf(stage.db, id)
  return {
    answer: fields.find(({ name }) => name === 'publicAnswer')?.value,
    times: events.filter((type) => type === 'AnswerSubmitted').length,
  }
}

async function ask(client: Client, path: string, body: object): Promise<void> {
  const { status, text } = await client.post(path, { ask: randomUUID(), ...body })
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
}

async function signedIn(login: string): Promise<Client> {
  const client = openClient(stage.url)
  await signIn(client, login)
  return client
}
