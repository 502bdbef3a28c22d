import type { Effect } from './kind.ts'

/** An effect on the platform of a neighbouring city: a courier carries it there, once. */
export type Parcel = Effect & { readonly to: number }

export function isParcel(effect: Effect): effect is Parcel {
  return effect.to !== undefined
}
