import packed from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** A browser without a window. In one process it would end with its first context. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    args: packed.args.filter((arg) => arg !== '--single-process'),
    executablePath: await packed.executablePath(),
    headless: true,
  })
}
