import { Tooltip } from 'antd'
import { instantOf } from '../../kernel/time.ts'
import { useNow } from '../api/use-now.ts'
import { agoText, exactText } from './time-left.ts'

/** '3 小时前', with the exact moment on hover. */
export function Ago({ at }: { readonly at: string }) {
  const now = useNow()
  const instant = instantOf(at)
  if (instant === undefined) return <span>{at}</span>
  return (
    <Tooltip title={exactText(at)}>
      <time dateTime={at} className="nowrap">
        {agoText(instant, now)}
      </time>
    </Tooltip>
  )
}
