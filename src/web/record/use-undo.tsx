import { App, Button } from 'antd'
import { useCallback } from 'react'
import { asApiError } from '../api/api-error.ts'
import { useAsk } from '../api/use-ask.ts'
import type { PartyKey } from '../api/types.ts'

type Undoable = {
  readonly record: { readonly id: string; readonly kind: string; readonly number: string }
  readonly label: string
  readonly command: string
  readonly party?: PartyKey | undefined
}

/** A line that says what was done and takes it back while the command has an inverse. */
export function useUndo(): (done: Undoable) => void {
  const { message } = App.useApp()
  const { ask } = useAsk()
  return useCallback(
    ({ record, label, command, party }: Undoable) => {
      const key = `undo-${record.id}`
      const takeBack = async () => {
        try {
          await ask({ kind: record.kind, id: record.id, command, party, data: {} })
          message.open({ key, type: 'success', content: `${record.number} “${label}”已撤销` })
        } catch (problem) {
          message.open({ key, type: 'error', content: asApiError(problem).says, duration: 6 })
        }
      }
      message.open({
        key,
        type: 'success',
        duration: 8,
        content: (
          <span>
            {record.number} {label}：已办好{' '}
            <Button size="small" type="link" onClick={() => void takeBack()}>
              撤销
            </Button>
          </span>
        ),
      })
    },
    [ask, message],
  )
}
