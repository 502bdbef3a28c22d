import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { watchQuiet } from './quiet.ts'
import type { Made, Shot } from './shot.ts'
import { putInState } from './states.ts'

type Width = 1440 | 390 | 794

type Sessions = ReadonlyMap<string, string>

/** Paper is as wide as a sheet of A4, whatever the screen. */
export function widthsOf(shot: Shot): readonly Width[] {
  return shot.print === true ? [794] : [1440, 390]
}

/** Takes one picture. Gives what went wrong, if anything did; the picture is taken all the same. */
export async function takePicture(
  browser: Browser,
  shot: Shot,
  how: { made: Made; width: Width; folder: string; sessions: Sessions },
): Promise<string | undefined> {
  const { made, width, folder, sessions } = how
  const page = await openPage(browser, width, made.url)
  try {
    const cookie = shot.login === undefined ? undefined : sessions.get(shot.login)
    if (cookie !== undefined) await page.context().addCookies([cookieOf(cookie, made.url)])
    await putInState(page, shot)
    const quiet = watchQuiet(page)
    await page.goto(made.url + (typeof shot.path === 'string' ? shot.path : shot.path(made)))
    const trouble = await arrive(page, shot, { made, quiet }).catch(sentenceOf)
    if (shot.print === true) await page.emulateMedia({ media: 'print' })
    const path = join(folder, `${shot.name}-${width}.png`)
    // A page whose bars keep their place on the screen is no longer one when taken whole.
    const fullPage = shot.login === undefined || shot.print === true || shot.whole === true
    await page.screenshot({ path, fullPage, animations: 'disabled' })
    return trouble === undefined ? undefined : `${shot.name} ${width}: ${trouble}`
  } finally {
    await page.context().close()
  }
}

async function arrive(
  page: Page,
  shot: Shot,
  { made, quiet }: { made: Made; quiet: () => Promise<void> },
): Promise<undefined> {
  const waiting = page.locator('[aria-busy=true]').first()
  if (shot.state === 'loading') {
    if (shot.shows !== '') await page.getByRole('heading', { level: 1, name: shot.shows }).waitFor()
    await waiting.waitFor()
    return undefined
  }
  await page.getByText(shot.shows).first().waitFor({ state: 'attached' })
  await shot.act?.(page, made)
  // A page comes in pieces: its own code, then what it asks for.
  await quiet()
  await waiting.waitFor({ state: 'detached' })
  return undefined
}

async function openPage(browser: Browser, width: Width, url: string): Promise<Page> {
  const narrow = width === 390
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: narrow ? 844 : 900 },
    isMobile: narrow,
    hasTouch: narrow,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  context.setDefaultTimeout(12_000)
  return context.newPage()
}

function cookieOf(value: string, url: string) {
  return { name: 'tx_session', value, url, sameSite: 'Strict' as const }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
}
