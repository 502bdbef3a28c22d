import { createContext, use } from 'react'

/** What a desk does when a record is done with by another way than the offer that was open. */
export type Desk = { readonly turnOn: (id: string) => void }

export const DeskContext = createContext<Desk>({ turnOn: () => {} })

export function useDesk(): Desk {
  return use(DeskContext)
}
