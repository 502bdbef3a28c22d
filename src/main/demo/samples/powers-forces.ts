import type { Sample } from './sample.ts'
import { demoStreets } from './street-by-district.ts'

const inner = demoStreets().filter(
  (one) => one.isStreet && one.inner && one.management !== undefined,
)
const huashan = inner.find(({ unit }) => unit === '华山街道办事处')
const street = '华山街道办事处'
const area = '五华区/华山街道'
const management = '五华区城市管理局'
const by = (unit: string, role: 'clerk' | 'head' | 'leader' | 'secretary') => ({ unit, role })

/** A squad in every inner street, most of them commanded by the street. */
const stationed: readonly Sample[] = inner.map((one, index): Sample => ({
  name: `force ${one.unit}`,
  kind: 'stationed-force-command',
  command: 'station',
  area: one.area,
  by: by(one.management ?? '', 'head'),
  daysAgo: 150 - (index % 10) + 0.5,
  data: {
    body: `城市管理局派驻${one.unit.replace('办事处', '')}中队`,
    people: 9 + ((index * 5) % 14),
    posts: `执法 ${3 + (index % 4)}、协管 ${6 + (index % 9)}`,
  },
  steps:
    index % 4 === 3 && one !== huashan
      ? []
      : [
          {
            command: 'delegate',
            by: by(one.management ?? '', 'head'),
            after: 12,
            data: {
              commands: true,
              assesses: index % 3 !== 2 || one === huashan,
              document: `城管发〔2026〕${index + 3}号`,
            },
          },
        ],
}))

const force = { sample: `force ${street}` }
const arrived = { command: 'arrive', by: by(management, 'clerk'), after: 0.02 }
const finished = (result: string) => ({
  command: 'finish',
  by: by(management, 'clerk'),
  after: 0.2,
  data: { result },
})

const orders: readonly Sample[] = [
  {
    kind: 'force-order',
    command: 'order',
    area,
    by: by(street, 'head'),
    daysAgo: 30.6,
    data: { force, matter: '早市占道已影响公交进站，请集中规范。', urgency: 'urgent' },
    steps: [
      arrived,
      finished('劝离摊贩十余户，恢复公交站台通行。'),
      { command: 'accept', by: by(street, 'clerk'), after: 0.5 },
    ],
  },
  {
    kind: 'force-order',
    command: 'order',
    area,
    by: by(street, 'head'),
    daysAgo: 1.6,
    data: { force, matter: '校门口周边流动摊贩，放学时段值守。', urgency: 'normal' },
    steps: [arrived],
  },
]

const assessments: readonly Sample[] = [70, 40, 10].map((daysAgo, index) => ({
  kind: 'force-assessment',
  command: 'assess',
  area,
  by: by(street, 'head'),
  daysAgo: daysAgo + 0.5,
  data: {
    force,
    period: { monthsAgo: 3 - index },
    response: 'good',
    handling: index === 1 ? 'fair' : 'good',
    cooperation: 'good',
    words: '中队整体响应及时；夜间时段力量偏少，建议与邻近中队错峰。',
  },
  steps:
    index === 0
      ? [
          {
            command: 'reply',
            by: by(management, 'head'),
            after: 3,
            data: { reply: '已增派夜班一组，下月起执行。' },
          },
        ]
      : [],
}))

const emergencies: readonly Sample[] = [
  {
    kind: 'emergency-disposal-power',
    command: 'order',
    area,
    by: by(street, 'leader'),
    daysAgo: 45.6,
    data: {
      matter: '主管道爆裂、路面积水，先行围挡、关阀、引导绕行。',
      grounds: '区突发事件应急预案',
      scope: '华山西路东段两侧沿街楼院',
      startsAt: { momentAgo: 45.6 },
      endsAt: { momentAgo: 43.6 },
      called: { units: [management, '五华区水务局'] },
    },
    steps: [
      {
        command: `department/${management}/respond`,
        by: by(management, 'clerk'),
        after: 0.01,
        data: { words: '已设围挡并疏导交通。' },
      },
      { command: 'act', by: by(street, 'clerk'), after: 0.1, data: { words: '已通知沿线住户。' } },
      { command: 'lift', by: by(street, 'leader'), after: 0.9 },
      {
        command: 'review',
        by: by(street, 'head'),
        after: 4,
        data: { lessons: '阀门位置没有上图，已请水务部门补绘并交社区一份。' },
      },
    ],
  },
]

const exercises: readonly Sample[] = [
  {
    kind: 'power-exercise',
    command: 'exercise',
    area,
    by: by(street, 'head'),
    daysAgo: 60.5,
    data: {
      power: 'overall',
      matter: '统筹辖区单位开放内部停车位，夜间错时共享。',
      asked: { units: [management] },
    },
    steps: [
      {
        command: `asked/${management}/reply`,
        by: by(management, 'clerk'),
        after: 2,
        data: { reply: '已划定错时泊位并完成标线。' },
      },
      {
        command: 'conclude',
        by: by(street, 'head'),
        after: 6,
        data: { result: '新增错时车位，周边乱停明显减少。' },
      },
    ],
  },
  {
    kind: 'power-exercise',
    command: 'exercise',
    area,
    by: by(street, 'head'),
    daysAgo: 5.5,
    data: { power: 'frontline', matter: '树枝压断电线，先行警戒、断电、疏散。' },
  },
]

const consultations: readonly Sample[] = [
  {
    kind: 'stationed-head-consultation',
    command: 'consult',
    area,
    by: by(management, 'head'),
    daysAgo: 25.5,
    data: {
      body: '城市管理局派驻华山街道中队',
      head: '（演示人员）',
      about: 'appraisal',
      matter: '年度考核征求意见。',
    },
    steps: [
      {
        command: 'opine',
        by: by(street, 'secretary'),
        after: 3,
        data: { conclusion: 'agree', opinion: '日常配合好，能随叫随到。' },
      },
    ],
  },
]

export const forceSamples: readonly Sample[] = [
  ...stationed,
  ...orders,
  ...assessments,
  ...emergencies,
  ...exercises,
  ...consultations,
]
