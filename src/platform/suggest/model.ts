import { z } from 'zod'

/** All a suggester knows, as one process tells it to another. */
export type Model = z.infer<typeof shape>

/** Undefined where what was told is of another form or does not fit together. */
export function modelIn(told: unknown): Model | undefined {
  const { data } = shape.safeParse(told)
  if (data === undefined) return undefined
  const { labels, words, rarity, softmax } = data
  const fits =
    softmax.labels === labels.length &&
    rarity.length === words.length &&
    softmax.weights.length === words.length * labels.length
  return fits ? data : undefined
}

const floats = z.custom<Float32Array>((given) => given instanceof Float32Array)

const shape = z
  .object({
    labels: z.array(z.string()).readonly(),
    words: z.array(z.string()).readonly(),
    rarity: floats,
    softmax: z.object({ labels: z.number(), weights: floats }).readonly(),
    sharpness: z.number().positive(),
  })
  .readonly()
