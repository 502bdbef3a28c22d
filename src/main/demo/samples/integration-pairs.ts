import type { Sample, SampleData, SampleStep, Who } from './sample.ts'

type Pair = {
  readonly name: string
  readonly industry: string
  readonly territory: string
  readonly area: number
  readonly daysAgo: number
}

const head = (unit: string): Who => ({ unit, role: 'head' })

const management: Pair = {
  name: 'pair-management',
  industry: '五华区城市管理局',
  territory: '华山街道办事处',
  area: 530_102_001,
  daysAgo: 150,
}

const marks: SampleData = {
  dutyScore: 92,
  talkScore: 88,
  helpScore: 90,
  words: '响应及时，联合巡查按月开展；夜间力量还可加强。',
}

/** One pair that is two-way in everything, some that lack a direction, one overdue, one not answered. */
export const pairSamples: readonly Sample[] = [
  pairOf(management, [
    accepted(management),
    ...dutyOf(management, {
      isIndustry: true,
      duty: '夜市和占道经营联合巡查每月不少于四次',
      opened: 'pair-duty-industry',
    }),
    ...dutyOf(management, {
      isIndustry: false,
      duty: '为执法队员提供固定的驻点和休息条件',
      opened: 'pair-duty-territory',
    }),
    ...consulted(management, {
      after: 1,
      ago: 141,
      topic: '上一次双向会商',
      name: 'pair-talk-first',
    }),
    ...consulted(management, {
      after: 85,
      ago: 53,
      topic: '本季双向会商',
      name: 'pair-talk-second',
    }),
    judged(management, true),
    judged(management, false),
  ]),
  opinionOf(management, true, 12),
  opinionOf(management, false, 10),
  ...(['五华区水务局', '五华区民政局', '五华区住房和城乡建设局'] as const).map(
    (industry, index) => {
      const pair: Pair = {
        name: `pair-wuhua-${index}`,
        industry,
        territory: '护国街道办事处',
        area: 530_102_002,
        daysAgo: 70 - index * 10,
      }
      return pairOf(pair, [
        accepted(pair),
        ...dutyOf(pair, {
          isIndustry: index !== 1,
          duty: '每月到街道现场办公一次',
          opened: `pair-duty-${index}`,
        }),
        ...(index === 2
          ? []
          : consulted(pair, {
              after: 10,
              ago: 54 - index * 10,
              topic: '定期会商',
              name: `pair-talk-${index}`,
            })),
      ])
    },
  ),
  ...(['盘龙区城市管理局', '盘龙区卫生健康局'] as const).map((industry, index) => {
    const pair: Pair = {
      name: `pair-panlong-${index}`,
      industry,
      territory: '拓东街道办事处',
      area: 530_103_001,
      daysAgo: 120 - index * 60,
    }
    return pairOf(pair, [accepted(pair)])
  }),
  pairOf(
    {
      name: 'pair-guandu',
      industry: '官渡区水务局',
      territory: '关上街道办事处',
      area: 530_111_001,
      daysAgo: 3,
    },
    [],
  ),
]

function pairOf(pair: Pair, steps: readonly SampleStep[]): Sample {
  const { name, industry, territory, area, daysAgo } = pair
  return {
    name,
    kind: 'two-way-pair',
    command: 'propose',
    area,
    by: head(industry),
    daysAgo,
    data: {
      title: `${industry}与${territory.replace('办事处', '')}双向结对`,
      other: { unit: territory },
    },
    steps,
  }
}

function accepted({ territory }: Pair): SampleStep {
  return { command: 'accept', by: head(territory), after: 2 }
}

type Duty = { readonly isIndustry: boolean; readonly duty: string; readonly opened: string }

function dutyOf(
  { name, industry, territory }: Pair,
  { isIndustry, duty, opened }: Duty,
): readonly SampleStep[] {
  const giver = head(isIndustry ? industry : territory)
  const taker = head(isIndustry ? territory : industry)
  return [
    {
      command: 'owe',
      of: name,
      by: giver,
      after: 1,
      data: { duty, dueOn: { daysAgo: -20 } },
      opens: { kind: 'two-way-duty', name: opened },
    },
    { command: 'sign', of: opened, by: taker, after: 1 },
  ]
}

/** `after`: days after the step before. */
type Talk = {
  readonly after: number
  readonly ago: number
  readonly topic: string
  readonly name: string
}

/** Called, put on by both, begun so many days before the end and held the day after. */
function consulted({ name, industry, territory }: Pair, talk: Talk): readonly SampleStep[] {
  return [
    {
      command: 'consult',
      of: name,
      by: head(industry),
      after: talk.after,
      data: {
        topic: talk.topic,
        startAt: { momentAgo: talk.ago },
        spot: '街道党群服务中心',
        agenda: '重点点位治理、人员力量统筹',
      },
      opens: { kind: 'two-way-consultation', name: talk.name },
    },
    {
      command: 'addAgenda',
      of: talk.name,
      by: head(territory),
      after: 1,
      data: { answer: '居民反映集中的三个点位' },
    },
    {
      command: 'hold',
      of: talk.name,
      by: head(territory),
      after: 2,
      data: { outcome: '逐个点位明确牵头单位和完成时间' },
    },
  ]
}

function judged({ name, industry, territory }: Pair, isIndustry: boolean): SampleStep {
  return {
    command: 'judge',
    of: name,
    by: head(isIndustry ? industry : territory),
    after: 1,
    data: marks,
    opens: {
      kind: 'two-way-appraisal',
      name: `pair-mark-${isIndustry ? 'industry' : 'territory'}`,
    },
  }
}

function opinionOf(pair: Pair, isIndustry: boolean, daysAgo: number): Sample {
  const giver = head(isIndustry ? pair.industry : pair.territory)
  const taker = head(isIndustry ? pair.territory : pair.industry)
  return {
    kind: 'cadre-opinion',
    command: 'ask',
    area: pair.area,
    by: giver,
    daysAgo,
    data: {
      pair: { sample: pair.name },
      matter: '年度考核征求意见',
      cadre: isIndustry ? '联系街道的科室负责人' : '联系城管工作的街道干部',
    },
    steps: [
      {
        command: 'reply',
        by: taker,
        after: 2,
        data: { conclusion: 'good', opinion: '常到现场，答复及时，居民认可' },
      },
      ...(isIndustry
        ? [
            {
              command: 'conclude',
              by: giver,
              after: 3,
              data: {
                outcome: 'adopted',
                decision: '按程序研究后计入年度考核',
                toldOn: { daysAgo: 7 },
              },
            },
          ]
        : []),
    ],
  }
}
