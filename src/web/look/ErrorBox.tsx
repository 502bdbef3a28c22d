import { Button } from 'antd'
import { asApiError } from '../api/api-error.ts'

/** What is not possible, why, and what one can do instead. */
export function ErrorBox({
  error,
  retry,
}: {
  readonly error: unknown
  readonly retry?: (() => void) | undefined
}) {
  const { says, basis, instead, status } = asApiError(error)
  return (
    <div className="error-box" role="alert">
      <div>
        <b>{says}</b>
      </div>
      {basis === undefined ? null : <div className="quiet">依据：{basis}</div>}
      {instead === undefined ? null : <div>可以这样办：{instead}</div>}
      {retry === undefined || [403, 404].includes(status) ? null : (
        <Button size="small" onClick={retry} style={{ marginTop: 8 }}>
          重试
        </Button>
      )}
    </div>
  )
}
