import { clerk, superiors } from './linkage-superiors.ts'
import type { Sample } from './sample.ts'

/** What the year's tasks were to bring about, and whether they did. */
export const effectSamples: readonly Sample[] = [
  effect('effect-wenlin', { matter: 'task-wenlin', unit: '华山街道文林社区' }),
  effect('effect-longxiang', { matter: 'survey-longxiang', unit: '龙翔街道办事处' }),
  effect('effect-wuhua', { matter: 'task-wuhua', unit: '中共五华区委员会' }),
  effect('effect-panlong', { matter: 'task-panlong', unit: '中共盘龙区委员会' }),
]

function effect(
  name: string,
  { matter, unit }: { readonly matter: string; readonly unit: string },
): Sample {
  const superior = superiors.find(({ subordinates }) => subordinates.includes(unit))
  const office = superior?.office ?? clerk('市委组织部')
  const isOver = unit === '龙翔街道办事处' || unit === '中共盘龙区委员会'
  return {
    name,
    kind: 'effect-check',
    command: 'expect',
    area: superior?.area ?? '昆明市',
    by: office,
    daysAgo: isOver ? 60.4 : 25.4,
    data: {
      title: '居民办事更方便',
      matter: { sample: matter },
      unit: { unit },
      expected: '晚间能办事，诉求解决率不低于八成五',
      indicator: 'N13#solved',
      goal: 'atLeast',
      target: isOver ? 97 : 85,
      from: { daysAgo: 90 },
      checkOn: { daysAgo: isOver ? 30 : -20 },
    },
    steps: isOver
      ? [
          {
            command: 'ineffective',
            by: office,
            after: 33,
            data: {
              words: '解决率还没到目标，反复点位没有销掉',
              dueOn: { daysAgo: -15 },
              checkOn: { daysAgo: -20 },
            },
          },
        ]
      : [],
  }
}
