import type { Page } from 'playwright-core'

/** Pictures without Chinese letters are worth nothing: a browser that has none draws the same box
 *  for every one of them. */
export async function hasChineseLetters(page: Page): Promise<boolean> {
  const drawn: unknown = await page.evaluate(`(() => {
    const draw = (letter) => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 40
      const pen = canvas.getContext('2d')
      pen.font = '32px sans-serif'
      pen.fillText(letter, 2, 34)
      return canvas.toDataURL()
    }
    return new Set(['同', '心', '街', '道'].map(draw)).size
  })()`)
  return drawn === 4
}
