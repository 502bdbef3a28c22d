import type { Page } from 'playwright-core'
import type { Shot } from './shot.ts'

const fault = {
  error: { code: 'fault', says: '系统出错，已经记录，请稍后再试', requestId: '7f1c' },
}
const nothing = {
  groups: { late: 0, today: 0, week: 0, later: 0 },
  rows: [],
  total: 0,
  unread: 0,
}

/** Makes the one request of a screen fail, wait for ever or find nothing. */
export async function putInState(page: Page, { state, asks }: Shot): Promise<void> {
  if (asks === undefined) return
  await page.route(`**${asks}`, async (route) => {
    if (state === 'failing') await route.fulfill({ status: 500, json: fault })
    else if (state === 'empty') await route.fulfill({ json: nothing })
  })
}
