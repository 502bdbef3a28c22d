import { z } from 'zod'
import { placeOf } from '../kernel/directory.ts'
import type { HttpDeps, Plugin } from '../platform/http/deps.ts'
import { invalid, notAllowed } from '../platform/http/errors.ts'
import { maskedText } from '../platform/http/public-routes.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { titledText } from '../platform/suggest/features.ts'
import type { CityState } from '../platform/world/city-state.ts'
import { duplicateAdvice } from './advice/duplicates.ts'
import { itemAdvice } from './advice/items.ts'
import { type Learning, startLearning } from './advice/learning.ts'
import { limitAdvice } from './advice/limit.ts'
import { templates } from './advice/templates.ts'
import { unitAdvice } from './advice/units.ts'

const adviceBody = z.object({
  title: z.string().max(200).optional(),
  detail: z.string().max(4000).optional(),
  spot: z.string().max(400).optional(),
  area: z.number().optional(),
  category: z.string().optional(),
  complained: z.number().nullish(),
})

/** What the desk is told while it writes: category, duplicates, who is responsible and why, and by
 *  when. Everything is a suggestion; the person at the desk decides. */
export const advice: Plugin = (app, deps) => {
  const learning = startLearning(deps, (error) =>
    app.log.warn({ err: error }, 'categories are not learnt'),
  )
  app.addHook('onClose', () => learning.stop())
  app.post(
    '/api/advice/appeal',
    { config: { about: '受理建议：类别、重复、清单、单位、时限', body: adviceBody } },
    async (request) => {
      const session = await signedIn(deps, request)
      const read = adviceBody.safeParse(request.body)
      if (!read.success) throw invalid('建议需要诉求的文字')
      const state = cityOf(deps)
      const functions = state.world.directory.units.get(session.post.unit)?.functions ?? []
      if (!functions.some((name) => ['intake', 'dispatch', 'handle'].includes(name)))
        throw notAllowed()
      return advise(deps, { state, learning, actor: actorOf(session), asked: read.data })
    },
  )
  app.get(
    '/api/templates',
    { config: { about: '答复模板', query: ['category', 'field'] } },
    async (request) => {
      const session = await signedIn(deps, request)
      const { category, field } = request.query as { category?: string; field?: string }
      return templates(deps, cityOf(deps), { unit: session.post.unit, category, field })
    },
  )
}

type Advising = {
  readonly state: CityState
  readonly learning: Learning
  readonly actor: ReturnType<typeof actorOf>
  readonly asked: z.infer<typeof adviceBody>
}

async function advise(deps: HttpDeps, { state, learning, actor, asked }: Advising) {
  const { title = '', detail = '', spot = '' } = asked
  const place = placeOf(state.world.directory, asked.area ?? state.city) ?? { city: state.city }
  const text = [title, spot, detail].join('\n')
  const categories = categoryAdvice(state, learning, { title, detail })
  const likely = categories.slice(0, 3).map(({ value }) => value)
  const matter = {
    text,
    place,
    categories: asked.category === undefined ? likely : [asked.category],
    complained: asked.complained ?? undefined,
  }
  const [duplicates, items, units] = await Promise.all([
    duplicateAdvice(deps, { state, actor, place, text }),
    itemAdvice(deps, state, matter),
    unitAdvice(deps, state, matter),
  ])
  return {
    categories,
    duplicates,
    items,
    units,
    limit: limitAdvice(state, asked.category ?? categories[0]?.value, deps.now()),
    personal: maskedText(detail).found,
    learning: learning.current() === undefined,
  }
}

function categoryAdvice(
  state: CityState,
  learning: Learning,
  { title, detail }: { title: string; detail: string },
) {
  const found = learning.current()?.suggest(titledText(title, detail), 4) ?? []
  const list = state.lists['categories'] ?? []
  return found.flatMap(({ label: value, share, because }) => {
    const item = list.find((one) => one.value === value)
    return item === undefined
      ? []
      : [{ value, label: item.label, parent: item.parent, share, because }]
  })
}
