import { createReadStream, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse'
import { z } from 'zod'
import { titledText } from '../src/platform/suggest/features.ts'
import { rankDuplicates } from '../src/platform/suggest/duplicates.ts'
import { diceOf, shuffle } from '../src/platform/suggest/dice.ts'
import type { LabelledText } from '../src/platform/suggest/suggester.ts'
import { trainSuggester } from '../src/platform/suggest/train.ts'

const APPEALS = fileURLToPath(new URL('../../shared/data/appeals/appeals.csv', import.meta.url))
const FOLDS = 5

/**
 * Macro-F1 of the suggester over five folds of the labelled appeals: words, rarities, weights and
 * sharpness are learned without the fold that is judged, and two tellings of one matter never lie
 * in different folds. Undefined where the appeals are not at hand.
 */
export async function macroF1({ seed = 20 } = {}): Promise<
  { readonly f1: number; readonly folds: readonly number[] } | undefined
> {
  if (!existsSync(APPEALS)) return undefined
  const rows = await labelledRows()
  const foldOf = foldsOf(rows, seed)
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const suggester = trainSuggester(rows.filter((_, at) => foldOf[at] !== fold))
    const judged = rows.filter((_, at) => foldOf[at] === fold)
    return meanF1(
      judged.map(({ text, label }) => ({ label, said: suggester.suggest(text, 1)[0]?.label })),
    )
  })
  return { f1: folds.reduce((sum, f1) => sum + f1, 0) / FOLDS, folds }
}

const rowShape = z.object({
  source_file: z.string(),
  topic: z.string(),
  detail: z.string(),
  label1: z.string(),
})

async function labelledRows(): Promise<readonly LabelledText[]> {
  const rows: LabelledText[] = []
  for await (const read of createReadStream(APPEALS).pipe(parse({ columns: true, bom: true }))) {
    const row = rowShape.parse(read)
    if (!row.source_file.startsWith('teddy2')) continue
    rows.push({ text: titledText(row.topic, row.detail), label: row.label1 })
  }
  return rows
}

/** Deals each label's matters to the folds in turn; all tellings of a matter go together. */
function foldsOf(rows: readonly LabelledText[], seed: number): Int32Array {
  const dice = diceOf(seed)
  const foldOf = new Int32Array(rows.length).fill(-1)
  let next = 0
  for (const label of new Set(rows.map((row) => row.label))) {
    const own = Int32Array.from(rows.keys()).filter((at) => rows[at]?.label === label)
    shuffle(own, dice)
    const tellings = Array.from(own, (at) => ({ id: String(at), at, text: rows[at]?.text ?? '' }))
    for (const { at, text } of tellings) {
      if (foldOf[at] !== -1) continue
      const fold = next++ % FOLDS
      foldOf[at] = fold
      const open = tellings.filter((one) => foldOf[one.at] === -1)
      const same = rankDuplicates(text, open, { atLeast: SAME_MATTER, n: open.length })
      for (const { candidate } of same) foldOf[candidate.at] = fold
    }
  }
  return foldOf
}

const SAME_MATTER = 0.4

type Judged = { readonly label: string; readonly said: string | undefined }

function meanF1(judged: readonly Judged[]): number {
  const labels = [...new Set(judged.map(({ label }) => label))]
  const scores = labels.map((label) => {
    const right = judged.filter((one) => one.label === label && one.said === label).length
    const missed = judged.filter((one) => one.label === label && one.said !== label).length
    const wrong = judged.filter((one) => one.label !== label && one.said === label).length
    return (2 * right) / (2 * right + missed + wrong)
  })
  return scores.reduce((sum, score) => sum + score, 0) / labels.length
}

if (import.meta.main) {
  const measured = await macroF1()
  console.log(
    measured
      ? JSON.stringify({ name: 'suggest-macro-f1', ...measured })
      : `skipped: ${APPEALS} is not there`,
  )
}
