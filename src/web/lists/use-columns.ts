import { useState } from 'react'
import { useAddress } from '../api/use-address.ts'
import { useMe } from '../api/use-me.ts'
import type { KindView } from '../api/types.ts'
import { type KindColumn, readColumns, usualColumnsOf } from './kind-columns.ts'

/** The columns of a list: those of the address it was sent with, else those last chosen here, else
 *  the kind's usual ones. */
export function useColumns(kind: KindView): {
  readonly columns: readonly KindColumn[]
  readonly choose: (columns: readonly KindColumn[] | undefined) => void
} {
  const { account } = useMe()
  const { values, set } = useAddress()
  const key = `tongxin:columns:${account.login}:${kind.name}`
  const [stored, setStored] = useState(() => localStorage.getItem(key) ?? undefined)
  const columns =
    readColumns(kind, values['cols']) ?? readColumns(kind, stored) ?? usualColumnsOf(kind)
  const choose = (next: readonly KindColumn[] | undefined) => {
    const text = next?.join(',')
    setStored(text)
    keep(key, text)
    set({ cols: text }, { replace: true })
  }
  return { columns, choose }
}

/** A full or forbidden store keeps the choice for the visit only. */
function keep(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    localStorage.removeItem(key)
  }
}
