import { useRows } from '../../../../web/api/use-rows.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'

/** The unit's own year on one sheet, or the way to draw it up. */
export function OwnBalance() {
  const { post, starts } = useMe()
  const { rows, isLoading } = useRows('unit-balance', { unit: post.unit.id, limit: 1 })
  const [latest] = rows
  if (isLoading) return null
  if (latest !== undefined) return <GoLink to={`/market/balance/${latest.id}`}>本单位共建账</GoLink>
  return starts.some(({ kind }) => kind === 'unit-balance') ? (
    <GoLink to={`/new/unit-balance/draw?area=${post.unit.area}`}>出一年共建账</GoLink>
  ) : null
}
