import { createContext, useContext } from 'react'
import type { City } from '../net/places.ts'
import type { Problem } from '../net/problem.ts'

export type CityState = {
  readonly city?: City
  readonly problem?: Problem
  readonly reload: () => void
}

export const CityContext = createContext<CityState>({ reload: () => undefined })

/** The city these pages belong to, loaded once. */
export function useCity(): CityState {
  return useContext(CityContext)
}
