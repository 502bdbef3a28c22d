import { App, Button } from 'antd'
import { asApiError } from '../api/api-error.ts'
import { type Grant, useDecide } from './use-oversight.ts'

/** One post that waits: who, what, until when, who asked, and the answer. */
export function GrantRow({ grant }: { readonly grant: Grant }) {
  const decide = useDecide()
  const { message } = App.useApp()
  const isEnd = grant.what === 'end'
  const send = async (agree: boolean) => {
    try {
      await decide.mutateAsync({ path: `grants/${grant.id}`, body: { agree } })
      message.success(agree ? '已确认，现在生效' : '已答复不同意')
    } catch (problem) {
      message.error(asApiError(problem).says)
    }
  }
  return (
    <tr>
      <td>
        <b>
          {isEnd ? '结束' : '授予'} {grant.person} · {grant.role}
        </b>
        <div className="quiet small">
          {grant.unit}
          {grant.title === '' || grant.title === grant.role ? '' : ` · ${grant.title}`}
        </div>
      </td>
      <td>
        {isEnd ? `到 ${grant.to ?? ''}` : `${grant.from} 起`}
        {!isEnd && grant.to !== undefined ? `，到 ${grant.to}` : ''}
      </td>
      <td>
        {grant.askedBy}
        <div className="quiet small">{grant.askedAt.slice(0, 16).replace('T', ' ')}</div>
      </td>
      <td>
        <div className="row">
          <Button
            type="primary"
            disabled={decide.isPending}
            aria-label={`确认 ${grant.person}`}
            onClick={() => void send(true)}
          >
            确认
          </Button>
          <Button
            disabled={decide.isPending}
            aria-label={`不同意 ${grant.person}`}
            onClick={() => void send(false)}
          >
            不同意
          </Button>
        </div>
      </td>
    </tr>
  )
}
