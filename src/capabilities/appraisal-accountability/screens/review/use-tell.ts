import { App } from 'antd'
import { useCallback } from 'react'
import { asApiError } from '../../../../web/api/api-error.ts'

/** Says what was refused and what can be done instead, where no form is open. */
export function useTell(): (error: unknown) => void {
  const { message } = App.useApp()
  return useCallback(
    (error) => {
      const { says, instead } = asApiError(error)
      message.error(instead === undefined ? says : `${says}。${instead}`)
    },
    [message],
  )
}
