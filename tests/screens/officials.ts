import type { Page } from 'playwright-core'
import { kindShots } from './kinds.ts'
import type { Shot } from './shot.ts'
import { withStates } from './with-states.ts'
import { importShots } from './imports.ts'

const settings = [
  'units',
  'people',
  'posts',
  'accounts',
  'machines',
  'limits',
  'practices',
  'templates',
  'calendar',
  'areas',
  'lists',
]

/** The officials' screens, each in the states it has. */
export const officialShots: readonly Shot[] = [
  { name: 'sign-in', path: '/', state: 'normal', shows: '演示账号' },
  {
    name: 'sign-in-failing',
    path: '/',
    state: 'failing',
    shows: '演示账号',
    act: async (page) => {
      await page.getByLabel('账号', { exact: true }).fill('wuhua')
      await page.getByLabel('密码', { exact: true }).fill('not-this-one')
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByText('密码不').first().waitFor()
    },
  },
  ...withStates(
    {
      name: 'workbench',
      title: '待办',
      login: 'huashan',
      path: '/',
      shows: /剩|超/,
      asks: '/api/todos*',
    },
    '没有待办',
  ),
  {
    name: 'workbench-open',
    login: 'huashan',
    path: ({ handled }) => `/?r=${handled}`,
    state: 'normal',
    shows: '经过',
  },
  {
    name: 'post-switch',
    login: 'huashan',
    path: '/',
    state: 'normal',
    shows: /剩|超/,
    act: openPosts,
  },
  ...recordShots(),
  ...withStates(
    {
      name: 'desk',
      title: '派单台',
      login: 'wuhua',
      path: '/desk',
      shows: '新登记',
      asks: '/api/todos*',
    },
    /没有/,
  ),
  {
    name: 'desk-case',
    login: 'wuhua',
    path: ({ waiting }) => `/desk?id=${waiting}`,
    state: 'normal',
    shows: '履职清单',
  },
  {
    name: 'desk-case-failing',
    login: 'wuhua',
    path: ({ waiting }) => `/desk?id=${waiting}`,
    state: 'failing',
    shows: '没有建议也可以',
    asks: '/api/advice/appeal',
  },
  {
    name: 'desk-case-long',
    login: 'wuhua',
    path: ({ long }) => `/desk?id=${long}`,
    state: 'long',
    shows: '履职清单',
  },
  ...withStates(
    {
      name: 'appeals',
      title: '诉求',
      login: 'wuhua',
      path: '/appeals',
      shows: '待派单',
      asks: '/api/records/resident-appeal?*',
    },
    /没有/,
  ),
  { name: 'search', login: 'wuhua', path: '/', state: 'normal', shows: '待办', act: search },
  ...withStates(
    {
      name: 'notices',
      title: '通知',
      login: 'huashan',
      path: '/notices',
      shows: '通知',
      asks: '/api/notices*',
    },
    '还没有通知',
  ),
  ...withStates({
    name: 'brief',
    title: '早报',
    login: 'lingdao',
    path: '/brief',
    shows: /受理/,
    asks: '/api/brief*',
  }),
  {
    name: 'brief-print',
    login: 'lingdao',
    path: '/brief',
    state: 'normal',
    shows: /受理/,
    print: true,
  },
  ...withStates(
    {
      name: 'whistles',
      title: '吹哨',
      login: 'huashan',
      path: '/whistles',
      shows: '处置中',
      asks: '/api/records/street-whistle*',
    },
    '没有在办的哨件',
  ),
  {
    name: 'whistles-wall',
    login: 'ducha',
    path: '/whistles?wall=1',
    state: 'normal',
    shows: '退出大屏',
  },
  ...withStates({
    name: 'demands',
    title: '高频诉求',
    login: 'lingdao',
    path: '/demands',
    shows: '“一把手”工程',
    asks: '/api/demands*',
  }),
  {
    name: 'demands-empty',
    login: 'lingdao',
    // A quarter in which the demo city had not begun.
    path: '/demands?from=2025-10-01&to=2025-12-31',
    state: 'empty',
    shows: '这个时期没有定下类别的诉求',
  },
  { name: 'instructions', login: 'lingdao', path: '/instructions', state: 'normal', shows: '批示' },
  { name: 'rulings', login: 'bianban', path: '/rulings', state: 'normal', shows: '裁定' },
  ...kindShots,
  ...importShots,
  { name: 'duty-list', login: 'huashan', path: '/duty-list', state: 'normal', shows: '3.4' },
  ...settings.map((what): Shot => ({
    name: `settings-${what}`,
    login: 'admin',
    path: `/settings/${what}`,
    state: 'normal',
    shows: '设置',
  })),
  { name: 'oversight', login: 'anquan', path: '/oversight', state: 'normal', shows: '待确认' },
  { name: 'security-log', login: 'shenji', path: '/security-log', state: 'normal', shows: '登录' },
  { name: 'deputies', login: 'huashan-fuze', path: '/deputies', state: 'normal', shows: '代理' },
  {
    name: 'settings-failing',
    login: 'admin',
    path: '/settings/units',
    state: 'failing',
    shows: '请稍后再试',
    asks: '/api/settings/units*',
  },
]

function recordShots(): readonly Shot[] {
  const base = { login: 'huashan', shows: '经过' } as const
  const handled: Shot['path'] = (made) => `/r/${made.handled}`
  const asks = '/api/record/*'
  return [
    { ...base, name: 'record', path: handled, state: 'normal' },
    { ...base, name: 'record-print', path: handled, state: 'normal', print: true },
    { ...base, name: 'record-form', path: handled, state: 'normal', act: openAnswer },
    {
      ...base,
      name: 'record-long',
      login: 'wuhua',
      path: (made) => `/r/${made.long}`,
      state: 'long',
    },
    {
      ...base,
      name: 'record-absent',
      path: '/r/00000000-0000-4000-8000-000000000000',
      state: 'failing',
      shows: '没有这条记录',
    },
    { ...base, name: 'record-failing', path: handled, state: 'failing', shows: '请稍后再试', asks },
    { ...base, name: 'record-loading', path: handled, state: 'loading', shows: '', asks },
  ]
}

async function openPosts(page: Page): Promise<void> {
  await page.getByTitle('岗位与账号').click()
  await page.getByText('以哪个岗位办理').waitFor()
}

async function openAnswer(page: Page): Promise<void> {
  await page.getByRole('article').getByRole('button', { name: '答复', exact: true }).click()
  await page.getByText('答复模板').waitFor()
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('textbox'))
    .first()
    .fill('华山')
  await page.getByRole('dialog').getByText('华山街道').first().waitFor()
}
