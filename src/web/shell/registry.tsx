import { createContext, use } from 'react'
import type { Screens } from '../screens.ts'

/** What the composed capabilities brought; the shell reads it and knows none of them. */
export const Registry = createContext<Screens>({ screens: [], forms: [] })

export function useScreens(): Screens {
  return use(Registry)
}
