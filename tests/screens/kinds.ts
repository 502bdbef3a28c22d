import type { Page } from 'playwright-core'
import type { Shot } from './shot.ts'
import { withStates } from './with-states.ts'

/** The pages that every kind has without a screen of its own. */
export const kindShots: readonly Shot[] = [
  ...withStates({
    name: 'kinds',
    title: '全部事项',
    login: 'huashan',
    path: '/k',
    shows: '街道体制',
    asks: '/api/catalogue',
  }),
  ...kindListShots(),
  { name: 'help', login: 'huashan', path: '/help/street-whistle', state: 'normal', shows: '规则' },
  {
    name: 'help-print',
    login: 'huashan',
    path: '/help/street-whistle',
    state: 'normal',
    shows: '规则',
    print: true,
  },
  {
    name: 'start-form',
    login: 'huashan',
    path: '/new/street-whistle/whistle',
    state: 'normal',
    shows: '吹哨事由',
  },
]

/** The list that every kind has, of one that has none of its own. */
function kindListShots(): readonly Shot[] {
  const base = {
    name: 'kind-list',
    title: '督办单',
    login: 'huashan',
    path: '/k/supervision-order',
    shows: '更多筛选',
    asks: '/api/records/supervision-order?*',
  }
  const whistles = { login: 'huashan', path: '/k/street-whistle?open=1', state: 'normal' } as const
  return [
    ...withStates(base, /没有/),
    { ...whistles, name: 'kind-list-filters', shows: '更多筛选', act: unfoldFilters },
    { ...whistles, name: 'kind-list-chosen', shows: '更多筛选', act: chooseFirst },
    { ...whistles, name: 'kind-list-print', shows: '未办结', print: true },
  ]
}

async function unfoldFilters(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更多筛选' }).click()
  await page.getByText('参与单位').first().waitFor()
}

async function chooseFirst(page: Page): Promise<void> {
  await page.locator('.kind-list .ant-checkbox-input:visible').nth(3).check()
  await page.getByText('已选').first().waitFor()
}
