import { type Example, fitSoftmax, scoresOf, sharesOf } from './softmax.ts'

/**
 * How sharp the shares must be to mean what they say: the factor that makes every fifth row, kept
 * apart from a trial fit, least surprising. Too few rows measure nothing and leave shares as they are.
 */
export function calibrate(
  examples: readonly Example[],
  size: { readonly words: number; readonly labels: number },
): number {
  const kept = examples.filter((_, at) => at % 5 === 4).slice(0, MEASURED_AT_MOST)
  if (kept.length < MEASURED_AT_LEAST) return 1
  const model = fitSoftmax(examples.filter((_, at) => at % 5 !== 4).slice(0, TRIED_AT_MOST), size)
  const trials = kept.map(({ features, label }) => ({ scores: scoresOf(model, features), label }))
  const surprise = (sharpness: number): number =>
    trials.reduce((sum, { scores, label }) => {
      const share = sharesOf(scores, sharpness)[label] ?? 0
      return sum - Math.log(Math.max(share, 1e-9))
    }, 0)
  return SHARPNESSES.reduce((best, next) => (surprise(next) < surprise(best) ? next : best), 1)
}

const MEASURED_AT_LEAST = 60
const MEASURED_AT_MOST = 1_000
const TRIED_AT_MOST = 4_000
const SHARPNESSES = [0.5, 0.6, 0.7, 0.85, 1, 1.2, 1.4, 1.7, 2, 2.4, 2.8, 3.3, 4]
