import type { FastifyRequest } from 'fastify'
import { dayOf } from '../kernel/time.ts'
import type { HttpDeps, Plugin, Session } from '../platform/http/deps.ts'
import { absent, notAllowed } from '../platform/http/errors.ts'
import type { Query } from '../platform/http/scores/asked.ts'
import { namedIn } from '../platform/http/scores/left-out.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { navOf } from './nav.ts'
import { choiceView, chosenView, requestView } from './scores/chosen.ts'
import { exported, exportQuery } from './scores/export.ts'
import { type Seen, seenAmong, seenOf } from './scores/seen.ts'

/** Rounds, sheets and results that a post may see, and one of them with the figures it was drawn
 *  from; each kind's own sight decides, nothing here widens it. */
export const scores: Plugin = (app, deps) => {
  const config = { about: '评分：可看的评分、评分表、单位得分，和选定的一个', query: ['id'] }
  app.get('/api/scores', { config }, async (request) => {
    const session = await signedIn(deps, request)
    const { post } = actorOf(session)
    if (!navOf(post, cityOf(deps)).includes('scores')) throw notAllowed('您的岗位不看评分')
    const [rounds, own, sheets, requests] = await Promise.all([
      seenOf(deps, session, { kind: 'score-round' }),
      seenOf(deps, session, { kind: 'score-result', by: { n1: post.unit } }),
      seenOf(deps, session, { kind: 'scoring-sheet' }),
      seenOf(deps, session, { kind: 'exclusion-request' }),
    ])
    const choices = [...rounds, ...own, ...sheets]
    const chosen = await chosenOf(deps, session, { request, choices })
    const round = chosen?.kind.name === 'score-round' ? chosen.record.id : undefined
    const told =
      round === undefined
        ? []
        : await seenOf(deps, session, { kind: 'score-result', by: { k1: round } })
    return {
      today: dayOf(deps.now()),
      choices: choices.map(choiceView),
      chosen: chosen && chosenView(chosen, told),
      requests: await requestViews(deps, session, requests),
    }
  })
  const sheet = {
    about: '导出评分：每个单位的得分、区间、位次和每一项的依据',
    query: exportQuery,
    file: true,
  }
  app.get('/api/scores/export', { config: sheet }, async (request, reply) => {
    const session = await signedIn(deps, request)
    return exported(deps, reply, { session, query: request.query as Query })
  })
}

/** Requests that may be tried are those whose case the post may see itself. */
async function requestViews(deps: HttpDeps, session: Session, requests: readonly Seen[]) {
  const named = requests.map(({ kind, record }) => namedIn(kind, record) ?? '')
  const cases = await seenAmong(deps, session, [...new Set(named)])
  const seen = new Set(cases.map(({ record }) => record.id))
  return requests.map((one, at) => ({
    ...requestView(cityOf(deps).world, one, actorOf(session)),
    mayTry: seen.has(named[at] ?? ''),
  }))
}

/** The one that is asked for, otherwise the newest that is not over; nothing where there is none. */
async function chosenOf(
  deps: HttpDeps,
  session: Session,
  { request, choices }: { readonly request: FastifyRequest; readonly choices: readonly Seen[] },
): Promise<Seen | undefined> {
  const { id } = request.query as { id?: string }
  if (id === undefined)
    return choices.find(({ record, kind }) => kind.states[record.state]?.is !== 'end') ?? choices[0]
  const [chosen] = await seenAmong(deps, session, [id])
  if (chosen === undefined || !shown.has(chosen.kind.name))
    throw absent('没有这次评分，或者您不能查看')
  return chosen
}

const shown: ReadonlySet<string> = new Set(['score-round', 'score-result', 'scoring-sheet'])
