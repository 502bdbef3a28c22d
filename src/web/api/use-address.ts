import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

export type Address = {
  readonly path: string
  readonly values: Readonly<Record<string, string>>
  readonly set: (
    changes: Readonly<Record<string, string | undefined>>,
    how?: { readonly replace?: boolean },
  ) => void
}

/** Filters and what is open live in the address, so that any view can be sent to a colleague. */
export function useAddress(): Address {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const { history } = useRouter()
  const values = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search])
  const set = useCallback<Address['set']>(
    (changes, how = {}) => {
      const next = new URLSearchParams(search)
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name)
        else next.set(name, value)
      }
      const text = next.toString()
      const href = text === '' ? path : `${path}?${text}`
      if (how.replace === true) history.replace(href)
      else history.push(href)
    },
    [history, path, search],
  )
  return { path, values, set }
}

export function useGo(): (to: string) => void {
  const { history } = useRouter()
  return useCallback((to: string) => history.push(to), [history])
}
