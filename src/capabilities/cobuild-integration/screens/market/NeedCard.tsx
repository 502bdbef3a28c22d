import { useState } from 'react'
import { Ago } from '../../../../web/look/Ago.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { placeTail } from '../../../../web/look/place.ts'
import { StateTag } from '../../../../web/look/StateTag.tsx'
import { type Match, matchesFor, type Need, type Resource } from './match.ts'
import { Suggestion } from './Suggestion.tsx'

/** A need with what might meet it, and why. */
export function NeedCard({
  need,
  resources,
}: {
  readonly need: Need
  readonly resources: readonly Resource[]
}) {
  const [isWhole, showAll] = useState(false)
  const isWaiting = !need.isMatched && !need.isClaimed
  const matches = isWaiting ? matchesFor(need, resources) : []
  const shown = isWhole ? matches : matches.slice(0, 1)
  return (
    <article className="market-card">
      <p className="market-kicker">
        <span className="tag">{need.topic}</span>
        <span className="quiet">缺{need.form}</span>
        <NeedState need={need} />
      </p>
      <h3>
        <GoLink to={`/r/${need.id}`}>{need.title}</GoLink>
      </h3>
      <p className="quiet small">
        {placeTail(need.place)} · <Ago at={need.openedAt} />
        列出
        {need.wished.length === 0 ? '' : ` · 想要${need.wished.join('、')}`}
      </p>
      {shown.map((match) => (
        <Suggestion key={match.resource.id} need={need} match={match} />
      ))}
      <More matches={matches} isWhole={isWhole} toggle={() => showAll(!isWhole)} />
      {matches.length === 0 && isWaiting ? (
        <p className="quiet small">还没有同类资源向这里开放</p>
      ) : null}
    </article>
  )
}

function NeedState({ need }: { readonly need: Need }) {
  if (need.isMatched) return <StateTag tone="rest">已对接</StateTag>
  if (need.isClaimed) return <StateTag tone="wait">有认领，待确认</StateTag>
  return need.isOld ? <StateTag tone="late">久未对接</StateTag> : null
}

function More({
  matches,
  isWhole,
  toggle,
}: {
  readonly matches: readonly Match[]
  readonly isWhole: boolean
  readonly toggle: () => void
}) {
  if (matches.length < 2) return null
  return (
    <button type="button" className="linklike small" onClick={toggle}>
      {isWhole ? '收起' : `还有 ${matches.length - 1} 项可以对接`}
    </button>
  )
}
