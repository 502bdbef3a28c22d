import { z } from 'zod'
import type { Softmax } from './softmax.ts'

/** All a suggester knows. */
export type Trained = {
  readonly labels: readonly string[]
  readonly words: readonly string[]
  readonly rarity: Float32Array
  readonly model: Softmax
  readonly sharpness: number
}

export type StoredModel = z.infer<typeof storedShape>

/** As JSON: numbers as base64 of little-endian floats, a fifth of their length in digits. */
export function storeModel(trained: Trained): StoredModel {
  return {
    form: 1,
    labels: [...trained.labels],
    words: [...trained.words],
    rarity: toBase64(trained.rarity),
    weights: toBase64(trained.model.weights),
    sharpness: trained.sharpness,
  }
}

/** Undefined where the stored value is of another form or does not fit together. */
export function loadModel(stored: unknown): Trained | undefined {
  const read = storedShape.safeParse(stored)
  if (!read.success) return undefined
  const { labels, words, sharpness } = read.data
  const rarity = fromBase64(read.data.rarity)
  const weights = fromBase64(read.data.weights)
  const fits = rarity.length === words.length && weights.length === words.length * labels.length
  return fits
    ? { labels, words, rarity, sharpness, model: { labels: labels.length, weights } }
    : undefined
}

const storedShape = z.object({
  form: z.literal(1),
  labels: z.array(z.string()),
  words: z.array(z.string()),
  rarity: z.base64(),
  weights: z.base64(),
  sharpness: z.number().positive(),
})

function toBase64(values: Float32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
}

function fromBase64(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64')
  // A pooled buffer may begin at an odd place; floats must not.
  const aligned = new Uint8Array(bytes).buffer
  return new Float32Array(aligned, 0, Math.floor(bytes.length / 4))
}
