import { z } from 'zod'
import type { ScoreItem } from '../../../kernel/fair/score.ts'
import { figureNamed } from '../../../kernel/figure-key.ts'
import { invalid } from '../errors.ts'

const most = 40

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
  .max(most)

/** Items as a page sends them: [id, label, figure, points, full, zero, adjust]. */
export function itemsIn(text = ''): readonly ScoreItem[] {
  const sent = parsed(text)
  const read = shape.safeParse(sent)
  if (!read.success) throw invalid(`${wrongIn(sent, read.error)}，请从评分页面导出`)
  return read.data.map(([id, label, figure, points, full, zero, adjust]) => {
    const { id: indicator, part } = figureNamed(figure)
    const own = part === undefined ? {} : { part }
    return { id, label, indicator, ...own, points, full, zero, adjust }
  })
}

/** Which of them is wrong: its place among them, and what it is called where that can be read. */
function wrongIn(sent: unknown, { issues }: z.ZodError): string {
  if (!Array.isArray(sent)) return '评分项读不出来'
  const at = issues[0]?.path[0]
  if (typeof at !== 'number') return `评分项要有 1 到 ${most} 项`
  const item: unknown = sent[at]
  const label: unknown = Array.isArray(item) ? item[1] : undefined
  const named = typeof label === 'string' && label !== '' ? `“${label.slice(0, 60)}”` : ''
  return `第 ${at + 1} 项评分项${named}不对`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
