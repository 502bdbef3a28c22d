import { expect, test } from 'vitest'
import { macroF1 } from '../bench/suggest-f1.ts'

test('on real appeals the suggester beats a plain bag of words, and says the same each time', async (context) => {
  const measured = await macroF1()
  if (measured === undefined) return context.skip('the real appeals are not at hand')
  expect(measured.f1).toBeGreaterThan(0.83)
  expect(await macroF1()).toEqual(measured)
})
