import type { Sample } from './sample.ts'

/** Every sample of the demo city. */
export const samples: readonly Sample[] = []
