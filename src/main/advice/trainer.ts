import { constants, setPriority } from 'node:os'
import type { LabelledText } from '../../platform/suggest/suggester.ts'
import { trainSuggester } from '../../platform/suggest/train.ts'

/** A process beside the server, told the texts and telling what it learned of them. Learning takes
 *  seconds of one processor, which asks go before, and some hundred megabytes, which a thread of the
 *  server's would never give back. */
const texts: LabelledText[] = []

process.on('message', (told: readonly LabelledText[] | 'learn') => {
  if (told !== 'learn') return void texts.push(...told)
  standBack()
  const { model } = trainSuggester(texts)
  process.send?.(model, () => process.exit())
})

/** Some machines let nobody do so; it learns there all the same. */
function standBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    return
  }
}
