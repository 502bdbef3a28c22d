import { dayOf } from '../kernel/time.ts'
import type { Plugin } from '../platform/http/deps.ts'
import { absent, notAllowed } from '../platform/http/errors.ts'
import type { Query } from '../platform/http/scores/asked.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { navOf } from './nav.ts'
import { choiceView, chosenView, requestView, resultsOf } from './scores/chosen.ts'
import { exported, exportQuery } from './scores/export.ts'
import { seenAmong, seenOf } from './scores/seen.ts'

/** Rounds, sheets and results that a post may see, and one of them with the figures it was drawn
 *  from; each kind's own sight decides, nothing here widens it. */
export const scores: Plugin = (app, deps) => {
  const config = { about: '评分：可看的评分、评分表、单位得分，和选定的一个', query: ['id'] }
  app.get('/api/scores', { config }, async (request) => {
    const session = await signedIn(deps, request)
    if (!navOf(actorOf(session).post, cityOf(deps)).includes('scores'))
      throw notAllowed('您的岗位不看评分')
    const [rounds, results, sheets, requests] = await Promise.all(
      ['score-round', 'score-result', 'scoring-sheet', 'exclusion-request'].map((kind) =>
        seenOf(deps, session, kind),
      ),
    )
    const [first] = [...(rounds ?? []), ...(results ?? []), ...(sheets ?? [])]
    const { id = first?.record.id } = request.query as { id?: string }
    const [chosen] = id === undefined ? [] : await seenAmong(deps, session, [id])
    if (id !== undefined && !(chosen !== undefined && shown.has(chosen.kind.name)))
      throw absent('没有这次评分，或者您不能查看')
    return {
      today: dayOf(deps.now()),
      choices: [...(rounds ?? []), ...(results ?? []), ...(sheets ?? [])].map(choiceView),
      chosen: chosen && chosenView(chosen, resultsOf(chosen, results ?? [])),
      requests: (requests ?? []).map((one) => requestView(cityOf(deps), one)),
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

const shown: ReadonlySet<string> = new Set(['score-round', 'score-result', 'scoring-sheet'])
