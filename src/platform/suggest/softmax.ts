import { diceOf, shuffle } from './dice.ts'
import type { Features } from './features.ts'

export type Example = {
  readonly features: Features
  readonly label: number
  readonly weight: number
}

/** Weights lie word by word, all labels of a word side by side. */
export type Softmax = { readonly labels: number; readonly weights: Float32Array }

/**
 * Multinomial logistic regression by stochastic gradient descent. The order of the rows is drawn
 * from fixed dice, so that the same rows always give the same model. There is no bias: a text that
 * says little should get shares that say little, not the label of most rows (and it judges better).
 */
export function fitSoftmax(
  examples: readonly Example[],
  { words, labels }: { readonly words: number; readonly labels: number },
): Softmax {
  const model = { labels, weights: new Float32Array(words * labels) }
  const boost = boostOf(examples, labels)
  const decay = REGULARISATION / Math.max(examples.length, 1)
  const order = Int32Array.from(examples.keys())
  const dice = diceOf(1)
  const scores = new Float64Array(labels)
  // Decay shrinks all weights at every step; kept as one factor, a step costs only its own words.
  let scale = 1
  let step = 0
  for (let round = 0; round < roundsFor(examples.length); round++) {
    shuffle(order, dice)
    for (const at of order) {
      const example = examples[at]
      if (example === undefined) continue
      const rate = FIRST_RATE / (1 + FIRST_RATE * decay * step++)
      score(model, example.features, { scale, into: scores })
      share(scores, 1)
      scale *= 1 - rate * decay
      const size = rate * example.weight * (boost[example.label] ?? 1)
      push(model, example, { shares: scores, size, scale })
    }
  }
  return { labels, weights: model.weights.map((weight) => weight * scale) }
}

export function scoresOf(model: Softmax, features: Features): Float64Array {
  const scores = new Float64Array(model.labels)
  score(model, features, { scale: 1, into: scores })
  return scores
}

/** The sharper, the more the best label takes of the whole. */
export function sharesOf(scores: Float64Array, sharpness: number): Float64Array {
  const shares = Float64Array.from(scores)
  share(shares, sharpness)
  return shares
}

const REGULARISATION = 0.015
const FIRST_RATE = 2
const BOOST = 0.8

/** Twenty rounds settle hundreds of rows; tens of thousands settle in fewer, and must be quick. */
function roundsFor(rows: number): number {
  return Math.min(20, Math.max(5, Math.round(60_000 / Math.max(rows, 1))))
}

/** Rare labels weigh more: they too must be found. */
function boostOf(examples: readonly Example[], labels: number): Float64Array {
  const mass = new Float64Array(labels)
  let sum = 0
  for (const { label, weight } of examples) {
    mass[label] = (mass[label] ?? 0) + weight
    sum += weight
  }
  return mass.map((own) => (own > 0 ? (sum / (labels * own)) ** BOOST : 1))
}

function score(
  { labels, weights }: Softmax,
  { ids, values }: Features,
  { scale, into }: { readonly scale: number; readonly into: Float64Array },
): void {
  into.fill(0)
  for (let at = 0; at < ids.length; at++) {
    const row = (ids[at] ?? 0) * labels
    const value = (values[at] ?? 0) * scale
    for (let label = 0; label < labels; label++) {
      into[label] = (into[label] ?? 0) + (weights[row + label] ?? 0) * value
    }
  }
}

function share(scores: Float64Array, sharpness: number): void {
  let top = -Infinity
  for (const one of scores) if (one > top) top = one
  let sum = 0
  for (let label = 0; label < scores.length; label++) {
    const raised = Math.exp(((scores[label] ?? 0) - top) * sharpness)
    scores[label] = raised
    sum += raised
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] ?? 0) / sum
}

/** Toward the true label, away from the others, by as much as the model was wrong. Uses up the shares. */
function push(
  { labels, weights }: Softmax,
  { features, label: truth }: Example,
  step: { readonly shares: Float64Array; readonly size: number; readonly scale: number },
): void {
  const forces = step.shares
  for (let label = 0; label < labels; label++) {
    const wrong = (label === truth ? 1 : 0) - (step.shares[label] ?? 0)
    forces[label] = (step.size * wrong) / step.scale
  }
  const { ids, values } = features
  for (let at = 0; at < ids.length; at++) {
    const row = (ids[at] ?? 0) * labels
    const value = values[at] ?? 0
    for (let label = 0; label < labels; label++) {
      weights[row + label] = (weights[row + label] ?? 0) + (forces[label] ?? 0) * value
    }
  }
}
