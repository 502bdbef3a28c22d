import { countWords, type Features, featuresOf } from './features.ts'
import { type Model, modelIn } from './model.ts'
import { scoresOf, sharesOf, type Softmax } from './softmax.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A text whose label is known. The title stands on the first line, see `titledText`. */
export type LabelledText = {
  readonly text: string
  readonly label: string
  /** 1 where not said. Written-down knowledge (`seedRows`) weighs less than decided cases. */
  readonly weight?: number
  /** Words chosen by hand: known as words wherever they stand, even when no other row has them. */
  readonly keywords?: readonly string[]
}

export type Suggestion = {
  readonly label: string
  /** How likely the label is, 0..1, made to agree with how often such shares proved right. */
  readonly share: number
  /** The words of the text that spoke most for the label. */
  readonly because: readonly string[]
}

export type Suggester = {
  readonly labels: readonly string[]
  /** Best first. Empty where no word of the text is known: then nothing can be said. */
  readonly suggest: (text: string, n: number) => readonly Suggestion[]
  /** What `suggesterFrom` takes back, also from another process. */
  readonly model: Model
}

/** A suggester trained elsewhere; undefined where what was told is not of this form. */
export function suggesterFrom(told: unknown): Suggester | undefined {
  const model = modelIn(told)
  return model && suggesterOf(model)
}

export function suggesterOf(model: Model): Suggester {
  const vocabulary = vocabularyOf(model.words)
  return {
    labels: model.labels,
    suggest: (text, n) => {
      const features = featuresOf(countWords(text, vocabulary), model.rarity)
      return features.ids.length === 0 ? [] : suggestFor(model, features, n)
    },
    model,
  }
}

function suggestFor(model: Model, features: Features, n: number): readonly Suggestion[] {
  const shares = sharesOf(scoresOf(model.softmax, features), model.sharpness)
  const best = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0)).slice(0, n)
  const means = meansOf(model.softmax, features)
  return best.map((label) => ({
    label: model.labels[label] ?? '',
    share: shares[label] ?? 0,
    because: wordsFor(label, { model, features, means }),
  }))
}

const REASONS = 3

/** What each word of the text adds to a label on average. */
function meansOf({ labels, weights }: Softmax, { ids }: Features): Float32Array {
  return Float32Array.from(ids, (id) => {
    let sum = 0
    for (let at = id * labels; at < (id + 1) * labels; at++) sum += weights[at] ?? 0
    return sum / labels
  })
}

/** A word speaks for a label by how much more it adds to it than to the labels on average. */
function wordsFor(
  label: number,
  given: {
    readonly model: Model
    readonly features: Features
    readonly means: Float32Array
  },
): readonly string[] {
  const { labels, weights } = given.model.softmax
  const { ids, values } = given.features
  const spoken = Array.from(ids, (id, at) => ({
    id,
    force: ((weights[id * labels + label] ?? 0) - (given.means[at] ?? 0)) * (values[at] ?? 0),
  }))
  const strongest = spoken.filter(({ force }) => force > 0).sort((a, b) => b.force - a.force)
  return distinct(strongest.slice(0, 4 * REASONS).map(({ id }) => given.model.words[id] ?? ''))
}

/** 公共, 交通 and 公共交通 are one reason: of words inside one another the strongest stands. */
function distinct(words: readonly string[]): readonly string[] {
  return words
    .filter((word, at) =>
      words.slice(0, at).every((other) => !other.includes(word) && !word.includes(other)),
    )
    .slice(0, REASONS)
}
