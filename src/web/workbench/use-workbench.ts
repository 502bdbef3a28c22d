import { useState } from 'react'
import type { Offer } from '../api/record-view.ts'
import type { TodoRow } from '../api/types.ts'
import { useAddress, useGo } from '../api/use-address.ts'
import type { AskAnswer } from '../api/use-ask.ts'
import { useKinds } from '../api/use-directory.ts'
import { useKeys } from '../keys/use-keys.ts'
import { nextAfter, rowKey, step } from './groups.ts'
import { isPlainStep } from './plain-step.ts'
import { useChecked, type Checked } from './use-checked.ts'
import { useTodos, type TodosQuery } from './use-todos.ts'

export type Workbench = {
  readonly todos: TodosQuery
  /** The key of the row under the hand. */
  readonly chosen: string | undefined
  /** The record shown at the right. */
  readonly opened: string | undefined
  readonly open: (row: TodoRow | undefined, how?: { readonly replace?: boolean }) => void
  readonly ticks: Checked
  readonly isTickable: (row: TodoRow) => boolean
  /** A step asked for by a key, until the record has taken it up. */
  readonly wanted: string | undefined
  readonly forgetWanted: () => void
  readonly finished: readonly string[]
  readonly onDone: (answer: AskAnswer, offer: Offer) => void
}

/** What the list, the record beside it and the keys share. What is open stands in the address. */
export function useWorkbench(showKeys: () => void): Workbench {
  const kinds = useKinds()
  const { values, set } = useAddress()
  const go = useGo()
  const todos = useTodos({ group: values['group'], kind: values['kind'], mine: values['mine'] })
  const [wanted, setWanted] = useState<string>()
  const [finished, setFinished] = useState<readonly string[]>([])
  const { rows } = todos
  const ticks = useChecked(rows)
  const row = rows.find((one) => rowKey(one) === values['t'])
  const opened = row?.record.id ?? values['r']
  const open: Workbench['open'] = (next, how = {}) => {
    setWanted(undefined)
    set({ t: next === undefined ? undefined : rowKey(next), r: next?.record.id }, how)
  }
  const wish = (plain: boolean) => {
    if (row !== undefined && isPlainStep(kinds, row) === plain) setWanted(row.command)
  }
  const isTickable = (one: TodoRow) =>
    isPlainStep(kinds, one) && (ticks.checkedRows[0]?.command ?? one.command) === one.command
  useKeys({
    j: () => open(step(rows, values['t'], 1), { replace: true }),
    k: () => open(step(rows, values['t'], -1), { replace: true }),
    Enter: () => {
      if (opened !== undefined) go(`/r/${opened}`)
    },
    s: () => wish(true),
    d: () => wish(false),
    x: () => {
      if (row !== undefined && isTickable(row)) ticks.check(row, !ticks.checked.has(rowKey(row)))
    },
    '?': showKeys,
  })
  const onDone: Workbench['onDone'] = ({ view }, offer) => {
    todos.forget(view.record.id, offer.command)
    setFinished((before) => [`${view.record.number} ${offer.label}`, ...before].slice(0, 8))
    if (row === undefined || view.expected.some((one) => one.mine)) return
    const wide = window.matchMedia('(min-width: 768px)').matches
    open(wide ? nextAfter(rows, rowKey(row)) : undefined, { replace: true })
  }
  return {
    todos,
    chosen: values['t'],
    opened,
    open,
    ticks,
    isTickable,
    wanted,
    forgetWanted: () => setWanted(undefined),
    finished,
    onDone,
  }
}
