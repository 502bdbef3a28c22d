import type { Page } from 'playwright-core'
import { followAppeal, writeAppeal } from '../journeys/resident-page.ts'
import type { Made, Shot } from './shot.ts'

const asking = {
  detail: '楼下通道堆满纸箱和旧家具，消防门推不开，跟物业说过两次没有人来。',
  placeWords: '五华山社区',
  spot: '3 栋 2 单元楼道',
  phone: '15400012345',
  name: '赵女士',
}

/** The residents' pages, each in the states it has. */
export const residentShots: readonly Shot[] = [
  shot('home', '您有什么事'),
  shot('ask-what', '您要反映什么事', { path: '/r?page=ask/what' }),
  shot('ask-what-failing', '您要反映什么事', {
    path: '/r?page=ask/what',
    state: 'failing',
    act: async (page) => {
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByText('请写下您要反映的事').first().waitFor()
    },
  }),
  shot('ask-where', '事情发生在哪里', { path: '/r?page=ask/where' }),
  shot('ask-where-failing', '出错', {
    path: '/r?page=ask/where',
    state: 'failing',
    asks: '/api/public/city',
  }),
  shot('ask-contact', '怎么联系您', { path: '/r?page=ask/contact' }),
  shot('ask-check', '您有什么事', { act: (page) => writeAppeal(page, asking) }),
  shot('ask-check-long', '您有什么事', {
    state: 'long',
    act: (page) => writeAppeal(page, { ...asking, detail: asking.detail.repeat(30) }),
  }),
  shot('follow', '查进度', { path: '/r?page=follow' }),
  shot('follow-failing', '查进度', { path: '/r?page=follow', state: 'failing', act: followWrong }),
  shot('appeal', '您有什么事', { act: follow }),
  shot('judge', '您有什么事', {
    act: async (page, made) => {
      await follow(page, made)
      await page.getByRole('link', { name: '我来评价' }).click()
      await page.getByRole('radio', { name: '没有解决' }).check()
    },
  }),
  shot('slip-print', '您有什么事', {
    print: true,
    act: async (page, made) => {
      await follow(page, made)
      await page.getByRole('link', { name: '回执' }).click()
      await page.getByRole('heading', { name: '回执' }).first().waitFor()
    },
  }),
]

function shot(name: string, shows: string, more: Partial<Shot> = {}): Shot {
  return { name: `resident-${name}`, path: '/r', state: 'normal', shows, ...more }
}

function follow(page: Page, { own }: Made): Promise<void> {
  return followAppeal(page, own.number, own.code)
}

async function followWrong(page: Page): Promise<void> {
  await page.getByLabel('编号').fill('260803000000')
  await page.getByLabel('查询码', { exact: true }).fill('AAAA2222')
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByText('没有找到').first().waitFor()
}
