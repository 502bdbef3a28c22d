import type { Page } from 'playwright-core'
import type { Shot } from './shot.ts'

const bad = [
  '名称,类型,所在地区,上级单位,职能,答复须负责人审核',
  '华山街道文化站,街道科室,530102001,,,否',
  ',社区,530102001,,,否',
  '翠湖文化站,文化站,999999,没有的单位,唱歌,也许',
]
const good = [bad[0], bad[1]]
const passwords = [
  { login: 'lizhiqiu', password: 'YEDVV30V-A0X7JR1P' },
  { login: 'wanghemiao', password: '4E98EENA-026EJJ07' },
]

/** What is opened on a screen: forms, windows and boxes that stand there only sometimes. */
export const deedShots: readonly Shot[] = [
  { name: 'set-up', path: '/', state: 'normal', shows: '同心', act: beforeSetUp },
  {
    name: 'set-up-failing',
    path: '/',
    state: 'failing',
    shows: '同心',
    act: async (page) => {
      await beforeSetUp(page)
      const typed = { 一次性代码: 'AAAA', 城市代码: '53', 城市名称: '昆明市', 管理员姓名: '周明远' }
      for (const [label, value] of Object.entries({ ...typed, 管理员账号: 'zhoumy', 密码: '春城' }))
        await page.getByLabel(label, { exact: true }).fill(value)
      await page.getByRole('button', { name: '建立' }).click()
      await page.getByText('城市代码是六位数字').waitFor()
    },
  },
  {
    name: 'desk-not-accept',
    login: 'wuhua',
    path: ({ waiting }) => `/desk?id=${waiting}`,
    state: 'normal',
    shows: '履职清单',
    act: async (page) => {
      await page.getByRole('article').getByRole('button', { name: '更多' }).click()
      await page.getByRole('menuitem', { name: '不予受理' }).click()
      await page.getByRole('radio', { name: /诉讼/ }).check()
    },
  },
  {
    name: 'appeals-nudge',
    login: 'ducha',
    path: '/appeals?open=1',
    state: 'normal',
    shows: '共',
    act: async (page) => {
      const boxes = page.locator('.ant-table-row input[type=checkbox]')
      // On a telephone one is urged at a time, from its own page.
      if ((page.viewportSize()?.width ?? 0) < 768) return
      for (const at of [0, 1, 2]) await boxes.nth(at).check()
      await page.getByRole('button', { name: '催办 3 件' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'record-refused',
    login: 'wuhua',
    path: ({ waiting }) => `/r/${waiting}`,
    state: 'normal',
    shows: '经过',
    act: async (page) => {
      const refused = [{ effect: '1', label: '同步答复', says: '这条记录已经进入别的环节' }]
      await page.route('**/api/record/*', async (route) => {
        const answer = await route.fetch()
        const view: object = await answer.json()
        await route.fulfill({ response: answer, json: { ...view, refused } })
      })
      await page.reload()
      await page.getByText('没有办成').first().waitFor()
    },
  },
  setting('sheet', 'units', async (page) => {
    await takeIn(page, good)
    await page.getByText('没有问题').waitFor()
  }),
  {
    ...setting('sheet-failing', 'units', async (page) => {
      await takeIn(page, bad)
      await page.getByText('处有问题').waitFor()
    }),
    state: 'failing',
  },
  setting('passwords', 'accounts', async (page) => {
    const json = { rows: 2, ok: true, problems: [], changed: 2 }
    await page.route('**/accounts/sheet*', (route) =>
      route.fulfill({
        json: route.request().url().includes('check=1') ? json : { ...json, passwords },
      }),
    )
    await takeIn(page, ['登录名,人员'])
    await page.getByRole('button', { name: '写入 2 行变化' }).click()
    await page.getByRole('region', { name: '初始密码' }).waitFor()
  }),
  setting('machine', 'machines', async (page) => {
    await page.getByRole('button', { name: '新增接口账号' }).click()
    await page.getByLabel('平台名称').fill('市民热线旧系统')
  }),
  {
    name: 'duty-list-amend',
    login: 'qingdan',
    path: '/duty-list',
    state: 'normal',
    shows: '3.4',
    act: async (page) => {
      await page.getByText('占道经营', { exact: false }).first().click()
      await page.getByRole('article').getByRole('button', { name: '修改事项' }).click()
      await page.getByRole('article').getByLabel('事项名称').waitFor()
    },
  },
]

function setting(name: string, what: string, act: (page: Page) => Promise<void>): Shot {
  return {
    name: `settings-${name}`,
    login: 'admin',
    path: `/settings/${what}`,
    state: 'normal',
    shows: '设置',
    act,
  }
}

/** As the door of a platform looks that nobody has set up. */
async function beforeSetUp(page: Page): Promise<void> {
  const error = { code: 'notSetUp', says: '平台还没有完成初始设置' }
  await page.route('**/api/public/city', (route) => route.fulfill({ status: 503, json: { error } }))
  await page.reload()
  await page.getByLabel('一次性代码').waitFor()
}

async function takeIn(page: Page, lines: readonly (string | undefined)[]): Promise<void> {
  await page.getByRole('button', { name: '导入' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'sheet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  })
}
