import { App, Button } from 'antd'
import { useState } from 'react'
import { useAsk, useFollowed } from '../../../../web/api/use-ask.ts'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import type { Match, Need } from './match.ts'

/** One resource that might meet the need; whoever is on either side takes it up with one press. */
export function Suggestion({ need, match }: { readonly need: Need; readonly match: Match }) {
  const { resource, reasons, doubts } = match
  return (
    <div className="market-match">
      <p>
        可对接 <GoLink to={`/r/${resource.id}`}>{resource.title}</GoLink>
        <span className="quiet small"> {resource.unit.name}</span>
      </p>
      <ul className="market-reasons small" aria-label="为什么">
        {reasons.map((reason) => (
          <li key={reason}>✓ {reason}</li>
        ))}
        {doubts.map((doubt) => (
          <li key={doubt} className="quiet">
            △ {doubt}
          </li>
        ))}
      </ul>
      <Claim need={need} match={match} />
    </div>
  )
}

function Claim({ need, match }: { readonly need: Need; readonly match: Match }) {
  const { post, starts } = useMe()
  const { areas, units } = useDirectory()
  const { ask, busy } = useAsk()
  const { message } = App.useApp()
  const refresh = useFollowed()
  const [project, setProject] = useState<string>()
  const { resource } = match
  const own = post.unit
  const isSide =
    own.id === need.community.id || own.id === resource.unit.id || own.name === need.street
  const mayPropose = starts.some(({ kind }) => kind === 'cobuild-project')
  const area = units.get(need.community.id)?.area
  if (project !== undefined)
    return (
      <p className="small" role="status">
        已认领，等对方确认 <GoLink to={`/r/${project}`}>看项目</GoLink>
      </p>
    )
  if (!isSide || !mayPropose || area === undefined || !areas.has(area)) return null
  const claim = async () => {
    try {
      const data = { need: need.id, resource: resource.id }
      const { view } = await ask({ kind: 'cobuild-project', command: 'propose', area, data })
      setProject(view.record.id)
      // The need hears of it a moment later, as of every effect.
      setTimeout(refresh, 1_500)
    } catch (error) {
      message.error(error instanceof Error ? error.message : '没有办成，请再试一次')
    }
  }
  return (
    <Button size="small" type="primary" loading={busy} onClick={() => void claim()}>
      {own.id === resource.unit.id ? '认领这条需求' : '请这家来对接'}
    </Button>
  )
}
