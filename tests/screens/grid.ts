import type { Page } from 'playwright-core'
import { openTab, writeFinding } from '../journeys/grid-page.ts'
import { handleFinding } from '../journeys/grid-work.ts'
import { signIn } from '../journeys/official.ts'
import { areaNamed } from '../journeys/main-job-stage.ts'
import type { Made, Shot } from './shot.ts'

const litter = { group: '市容环境', category: '暴露垃圾', grid: '第一网格' }
const words = '3 号楼后面的垃圾桶满了两天没有清运，气味很大，门口的路也不好走。'
const refusal = {
  code: 'invalid',
  says: '问题类别不在可选范围内',
  fields: { category: '问题类别不在可选范围内' },
}
const changed = { code: 'changed', says: '这件事刚刚有了变化，请看过最新情况再办理' }

/** The grid worker's page, in the states that a line and the platform put it into. */
export const gridShots: readonly Shot[] = [
  { ...shot('sign-in', '演示账号'), login: undefined },
  shot('report', '公用设施'),
  shot('report-recent', '公用设施', {
    act: async (page) => {
      await writeFinding(page, litter)
      await openTab(page, '上报')
      await page.getByText('最近用过').waitFor()
    },
  }),
  shot('report-loading', '看到什么问题', { state: 'loading', asks: '/api/lists' }),
  shot('where', '公用设施', { act: choose }),
  shot('send', '公用设施', { act: write }),
  shot('send-long', '公用设施', {
    state: 'long',
    act: async (page) => {
      await write(page)
      await page.getByLabel('情况说明').fill(words.repeat(17))
    },
  }),
  shot('box-empty', '还没有写过', { path: '/g?page=box', state: 'empty' }),
  shot('box-waiting', '公用设施', {
    act: async (page) => {
      await page.context().setOffline(true)
      await writeFinding(page, litter)
      await writeFinding(page, { ...litter, category: '道路不洁', words })
    },
  }),
  shot('box-sent', '公用设施', {
    act: async (page) => {
      await writeFinding(page, { ...litter, words })
      await page.getByText('已送到').waitFor()
    },
  }),
  shot('box-refused', '公用设施', { state: 'failing', act: refuse }),
  shot('decide', '公用设施', {
    state: 'failing',
    act: async (page) => {
      await refuse(page)
      await page.getByRole('link', { name: '看看原因，再决定' }).click()
      await page.getByText('重选类别和地点').waitFor()
    },
  }),
  shot('session-ended', '公用设施', {
    state: 'failing',
    act: async (page) => {
      await page.context().clearCookies()
      await writeFinding(page, { ...litter, words })
      await page.getByRole('link', { name: '重新登录' }).waitFor()
    },
  }),
  shot('findings', '公用设施', {
    act: async (page, made) => {
      await found(made)
      await openTab(page, '我报的')
      await page.getByText('请您看看办得怎样').waitFor()
    },
  }),
  shot('findings-offline', '公用设施', {
    act: async (page) => {
      await page.context().setOffline(true)
      await openTab(page, '我报的')
      await page.getByText(/现在连不上平台/).waitFor()
    },
  }),
  shot('finding', '公用设施', {
    act: async (page, made) => {
      await openFinding(page, await found(made))
      await page.getByRole('button', { name: '没有解决' }).click()
    },
  }),
  shot('conflict', '公用设施', {
    state: 'failing',
    act: async (page, made) => {
      const number = await found(made)
      await page.route('**/confirm', (route) =>
        route.fulfill({ status: 409, json: { error: changed } }),
      )
      await openFinding(page, number)
      await page.getByRole('button', { name: '情况属实' }).click()
      await page.getByRole('link', { name: '看看变化，再决定' }).click()
      await page.getByText('状态：').nth(1).waitFor()
    },
  }),
]

function shot(name: string, shows: string, more: Partial<Shot> = {}): Shot {
  const base = { path: '/g', login: 'wangge', state: 'normal', whole: true } as const
  return { name: `grid-${name}`, shows, ...base, ...more }
}

async function choose(page: Page): Promise<void> {
  await page.getByText(litter.group, { exact: true }).click()
  await page.getByRole('button', { name: litter.category }).click()
  await page.getByRole('button', { name: litter.grid }).first().waitFor()
}

async function write(page: Page): Promise<void> {
  await choose(page)
  await page.locator('.plan button').click({ position: { x: 60, y: 40 } })
  await page.getByLabel('情况说明').fill(words)
}

async function refuse(page: Page): Promise<void> {
  await page.route('**/api/grid-finding/report', (route) =>
    route.fulfill({ status: 400, json: { error: refusal } }),
  )
  await writeFinding(page, { ...litter, words })
  await page.getByText('等您决定').waitFor()
}

/** A finding of this grid worker that was handled and waits for their word. */
async function found({ url }: Made): Promise<string> {
  const finder = await signIn(url, 'wangge')
  const area = areaNamed('翠湖西路社区居民委员会')
  const made = await finder.post('/api/grid-finding/report', {
    area,
    data: { category: 'E101', detail: words, grid: area * 1000 + 1, point: '示意图:20,22' },
  })
  const { id, number } = Object(made)
  await handleFinding(await signIn(url, 'shequ'), String(id))
  return String(number)
}

async function openFinding(page: Page, number: string): Promise<void> {
  await openTab(page, '我报的')
  await page.getByRole('link', { name: number }).click()
  await page.getByText('办得怎样？').waitFor()
}
