import packed from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/**
 * A browser without a window, with the rules for pages that everybody's has. It paints without a
 * graphics processor: to imitate one takes more of the machine than all the rest of a journey.
 */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-dev-shm-usage',
    ],
    executablePath: await packed.executablePath(),
    headless: true,
  })
}
