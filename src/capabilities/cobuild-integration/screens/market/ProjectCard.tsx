import { App, Button } from 'antd'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { placeTail } from '../../../../web/look/place.ts'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import type { Project } from './rows.ts'

/** What came of a need and a resource, and how both sides judged it. */
export function ProjectCard({ project }: { readonly project: Project }) {
  const { id, title, stateLabel, place, unit, served, communityRating, unitRating } = project
  return (
    <article className="market-card">
      <p className="market-kicker">
        <StateTag tone={stateTone(project)}>{stateLabel}</StateTag>
      </p>
      <h3>
        <GoLink to={`/r/${id}`}>{title}</GoLink>
      </h3>
      <p className="small">
        {placeTail(place)} × {unit.name}
      </p>
      {served === 0 ? null : <p className="quiet small">服务 {served} 人次</p>}
      {communityRating === '' && unitRating === '' ? null : (
        <p className="small">
          {communityRating === '' ? '社区还没有评价' : `社区评价：${communityRating}`} ·{' '}
          {unitRating === '' ? '单位还没有评价' : `单位评价：${unitRating}`}
        </p>
      )}
      <DraftButton project={project} />
    </article>
  )
}

const before = ['proposed', 'underway', 'delivered', 'judged']

function DraftButton({ project }: { readonly project: Project }) {
  const { post } = useMe()
  const { ask, busy } = useAsk()
  const { message } = App.useApp()
  const { id, unit, community, state, hasAgreement } = project
  const isSide = post.unit.id === unit.id || post.unit.name === community
  if (!isSide || hasAgreement || !before.includes(state)) return null
  const draft = async () => {
    try {
      await ask({ kind: 'cobuild-project', id, command: 'draftAgreement', data: {} })
      message.success('共建协议已起草并签署，等对方签署')
    } catch (error) {
      message.error(error instanceof Error ? error.message : '没有办成，请再试一次')
    }
  }
  return (
    <Button size="small" loading={busy} onClick={() => void draft()}>
      起草共建协议
    </Button>
  )
}
