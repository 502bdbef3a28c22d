import type { Browser, Page } from 'playwright-core'

export type Asking = {
  readonly detail: string
  readonly placeWords: string
  readonly spot: string
  readonly phone: string
  readonly name: string
}

/** A resident's telephone with the residents' pages open. */
export async function openResidentPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(`${url}/r`)
  return page
}

/** Writes everything down, up to the page before it is sent. */
export async function writeAppeal(page: Page, asking: Asking): Promise<void> {
  await page.getByRole('link', { name: '我要反映' }).click()
  await page.getByLabel('事情的经过').fill(asking.detail)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('按名字找').fill(asking.placeWords)
  await page.getByRole('button', { name: '找一找' }).click()
  await page.getByRole('button', { name: asking.placeWords }).click()
  await page.getByText('已选：').waitFor()
  await page.getByLabel('具体位置').fill(asking.spot)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('电话').fill(asking.phone)
  await page.getByLabel('怎么称呼您').fill(asking.name)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: '请核对，再提交' }).waitFor()
}

/** Sends it and reads what the page tells to keep. */
export async function sendAppeal(page: Page): Promise<{ number: string; code: string }> {
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('heading', { name: '已收到' }).waitFor()
  const told = async (label: string) => {
    const line = page.getByRole('paragraph').filter({ hasText: new RegExp(`^${label}`) })
    return (await line.getByRole('strong').first().innerText()).trim()
  }
  return { number: await told('编号'), code: await told('查询码') }
}

/** Opens one's own appeal by what was kept, on whatever device. */
export async function followAppeal(page: Page, number: string, code: string): Promise<void> {
  await page.goto(new URL('/r', page.url()).href)
  await page.getByRole('link', { name: '查进度、评价' }).click()
  await page.getByLabel('编号').fill(number)
  await page.getByLabel('查询码', { exact: true }).fill(code)
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByRole('heading', { name: '我的诉求' }).waitFor()
}

export type Judgement = { readonly solved: string; readonly reason?: string }

/** Judges, as far as the question is put: the send button is the next thing to press. */
export async function writeJudgement(page: Page, judgement: Judgement): Promise<void> {
  await page.getByRole('link', { name: '我来评价' }).click()
  await page.getByRole('radio', { name: judgement.solved, exact: true }).check()
  await page.getByRole('radio', { name: '联系过' }).check()
  if (judgement.reason !== undefined) await page.getByLabel('还有什么没解决').fill(judgement.reason)
}

export async function sendJudgement(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('评价已收到').waitFor()
}
