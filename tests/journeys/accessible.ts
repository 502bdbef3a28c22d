import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe-core finds wrong on the page shown, a line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(axe, 'utf8'))
  const run = `axe.run(document, ${JSON.stringify({ runOnly: standards })}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`
  return textsIn(await page.evaluate(run))
}

/** Letters smaller than the limit, things to press lower than 48 px, and a page wider than its
 *  window: what older eyes and fingers miss. */
export async function hardToUse(page: Page, smallestLetter: number): Promise<readonly string[]> {
  const look = `(() => {
    const shown = (node) => node.getClientRects().length > 0 && !node.closest('.sr, .skip')
    const told = (what, node) => what + ': ' + node.outerHTML.slice(0, 120)
    const all = [...document.querySelectorAll('body *')].filter(shown)
    const hasText = (node) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== '')
    const small = all.filter(
      (node) => hasText(node) && parseFloat(getComputedStyle(node).fontSize) < ${smallestLetter},
    )
    const pressed = 'a, button, select, textarea, input:not([type=radio], [type=checkbox]), label.choice'
    const low = all.filter(
      (node) => node.matches(pressed) && node.getBoundingClientRect().height < 47.5,
    )
    const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than its window'] : []
    return [
      ...small.map((node) => told('small', node)),
      ...low.map((node) => told('low', node)),
      ...wide,
    ]
  })()`
  return textsIn(await page.evaluate(look))
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [`no list: ${String(value)}`]
}
