import { calibrate } from './calibrate.ts'
import { countWords, featuresOf, rarityIn } from './features.ts'
import { learnVocabulary } from './learn-vocabulary.ts'
import { fitSoftmax } from './softmax.ts'
import { type LabelledText, type Suggester, suggesterOf } from './suggester.ts'

/** Learns which words speak for which label. The same rows in the same order learn the same. */
export function trainSuggester(rows: Iterable<LabelledText>): Suggester {
  const read = [...rows]
  const texts = read.map(({ text }) => text)
  const vocabulary = learnVocabulary(
    texts,
    read.flatMap(({ keywords }) => keywords ?? []),
  )
  const counts = texts.map((text) => countWords(text, vocabulary))
  const rarity = rarityIn(counts, vocabulary.words.length)
  const labels = [...new Set(read.map(({ label }) => label))]
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const examples = read.map(({ label, weight }, at) => ({
    features: featuresOf(counts[at] ?? [], rarity),
    label: numbers.get(label) ?? 0,
    weight: weight ?? 1,
  }))
  const size = { words: vocabulary.words.length, labels: labels.length }
  return suggesterOf({
    labels,
    words: vocabulary.words,
    rarity,
    softmax: fitSoftmax(examples, size),
    sharpness: calibrate(examples, size),
  })
}
