import { z } from 'zod'
import type { ScoreItem } from '../../../kernel/fair/score.ts'
import { invalid } from '../errors.ts'

const shape = z
  .array(
    z.tuple([
      z.string().max(60),
      z.string().max(60),
      z.string().max(60),
      z.number().min(0).max(1_000),
      z.number(),
      z.number(),
      z.enum(['none', 'population', 'difficulty']),
    ]),
  )
  .min(1)
  .max(40)

/** Items as a page sends them: [id, label, figure, points, full, zero, adjust]. */
export function itemsIn(text = ''): readonly ScoreItem[] {
  const read = shape.safeParse(parsed(text))
  if (!read.success) throw invalid('评分项不对，请从评分页面导出')
  return read.data.map(([id, label, figure, points, full, zero, adjust]) => {
    const [indicator = figure, part] = figure.split('#')
    const own = part === undefined ? {} : { part }
    return { id, label, indicator, ...own, points, full, zero, adjust }
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
