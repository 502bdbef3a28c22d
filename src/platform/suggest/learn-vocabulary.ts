import { segment } from './segment.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/**
 * The words worth knowing in texts. Word segmentation finds them; afterwards a text is read by
 * looking for them wherever they stand, because a dictionary cuts 路灯不亮 into 路 and 灯不亮.
 * A word that one text alone has is chance, unless the texts are few. Keywords chosen by hand stay.
 */
export function learnVocabulary(texts: readonly string[], keywords: Iterable<string>): Vocabulary {
  const textsWith = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(segment(text).filter((one) => TELLING.test(one)))) {
      textsWith.set(word, (textsWith.get(word) ?? 0) + 1)
    }
  }
  const enough = texts.length < FEW_TEXTS ? 1 : 2
  const learned = [...textsWith].filter(([, count]) => count >= enough).map(([word]) => word)
  const chosen = Array.from(keywords, (word) => word.trim()).filter((word) => TELLING.test(word))
  return vocabularyOf([...new Set([...chosen, ...learned])])
}

/** House numbers, masked letters and single characters say nothing about the matter (measured). */
const TELLING = /^\p{Script=Han}{2,8}$/u

const FEW_TEXTS = 300
