import { spawn } from 'node:child_process'
import { once } from 'node:events'
import packed from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export type Phone = {
  openPage(url: string): Promise<Page>
  readonly context: BrowserContext
  /** The battery is pulled: no page and no worker gets to do anything more. */
  kill(): Promise<void>
}

/** A phone's browser that keeps its things in a folder, as a process of its own that can be killed. */
export async function startPhone(folder: string): Promise<Phone> {
  const args = [
    ...packed.args.filter((arg) => arg !== '--single-process' && arg !== '--incognito'),
    `--user-data-dir=${folder}`,
    '--remote-debugging-port=0',
    '--lang=zh-CN',
  ]
  const child = spawn(await packed.executablePath(), args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, so that the kill takes all its processes.
    detached: true,
  })
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the browser ended:\n${said}`)))
  })
  const browser: Browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the browser has no context')
  context.setDefaultTimeout(15_000)
  return {
    context,
    async openPage(url) {
      const page = await context.newPage()
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(url)
      return page
    },
    async kill() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
      await ended
      await browser.close().catch(() => undefined)
    },
  }
}
