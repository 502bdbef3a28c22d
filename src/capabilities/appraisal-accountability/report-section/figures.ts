import { textOf } from '../../../kernel/field.ts'
import type { FigureFact, FactRef } from '../../../kernel/fact.ts'
import type { Figure } from '../../../kernel/indicator.ts'
import type { Context, Setter } from '../../../kernel/kind.ts'

const slots = [1, 2, 3] as const

/** Figures that speak to a content, of the reporter's own area and year. */
export const figuresBySort: Readonly<Record<string, readonly string[]>> = {
  response: ['N13#responded', 'N13#solved', 'N13#satisfied'],
  demands: ['demand-after-before'],
  urban: ['N14#arrival', 'level-task-done'],
}

const labels: Readonly<Record<string, string>> = {
  'N13#responded': '诉求响应率',
  'N13#solved': '诉求解决率',
  'N13#satisfied': '诉求满意率',
  'demand-after-before': '“一把手”工程治理后与治理前诉求之比',
  'N14#arrival': '吹哨报到率',
  'level-task-done': '年度任务完成率',
}

/** At the beginning what is asked for stands in the input, later in the record. */
export const figureFacts: Readonly<Record<string, FigureFact>> = Object.fromEntries(
  slots.flatMap((n): readonly (readonly [string, FigureFact])[] => [
    [`first${n}`, fact(n, (name) => ({ input: name }))],
    [`again${n}`, fact(n, (name) => ({ field: name }))],
  ]),
)

export const firstFigures = slots.map((n) => `first${n}`)
export const figuresAgain = slots.map((n) => `again${n}`)

export const takesFigures: Setter = (context) => ({ fields: told(context, 'first') })
export const takesFiguresAgain: Setter = (context) => ({ fields: told(context, 'again') })

function fact(n: number, ref: (name: string) => FactRef): FigureFact {
  return { figure: ref(`figure${n}`), area: ref('area'), from: ref('from'), to: ref('to') }
}

function told({ record, input, facts }: Context, which: 'first' | 'again') {
  const asked = which === 'first' ? input : record.fields
  return Object.fromEntries(
    slots.flatMap((n) => {
      const id = textOf(asked, `figure${n}`)
      if (id === undefined) return []
      return [[`told${n}`, `${labels[id] ?? id}：${words(facts[`${which}${n}`]?.figure)}`]]
    }),
  )
}

/** A share with its base, a number as it is, and what is too small to be told not at all. */
function words(figure: Figure | undefined): string {
  if (figure === undefined) return '没有数据'
  if (figure.hidden) return '样本过少，不显示'
  const { value, numerator, denominator } = figure
  if (value === undefined) return '没有数据'
  if (denominator === 0) return String(value)
  return `${(value * 100).toFixed(1)}%（${numerator ?? 0}/${denominator}）`
}
