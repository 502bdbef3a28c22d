import type { Sample, SampleStep, Who } from './sample.ts'

const huashan = ['翠湖西路社区', '水晶宫社区', '五华山社区', '北门社区', '文林社区'].map(
  (name) => `华山街道${name}`,
)
const huguo = ['威远街社区', '南屏街社区', '祥云街社区', '青年路社区'].map(
  (name) => `护国街道${name}`,
)
const units = ['五华区城市管理局', '五华区民政局', '五华区卫生健康局']

const firms = [
  ['翠湖文创有限公司', '翠湖商圈联合党支部'],
  ['文林餐饮管理有限公司', '翠湖商圈联合党支部'],
  ['圆通物业服务有限公司', '圆通物业党支部'],
  ['水晶宫商贸有限公司', ''],
  ['五华山印务有限公司', ''],
  ['北门书业有限公司', ''],
] as const

const others = [
  ['翠湖小学', 'institution', '翠湖小学党支部'],
  ['华山卫生服务中心', 'institution', '华山卫生服务中心党支部'],
  ['文林志愿服务队', 'social', ''],
  ['翠湖摄影协会', 'social', ''],
  ['五华区图书馆', 'institution', '五华区图书馆党支部'],
  ['华山税务所', 'organ', '华山税务所党支部'],
] as const

const registrar: Who = { unit: '华山街道办事处', role: 'clerk' }

/** A street's registry: linked, blank, planned, and one that would rather not. */
const registry: readonly Sample[] = [
  ...firms.map(([title, partyOrg], index) =>
    entry({ name: `entry-firm-${index}`, title, sort: 'private', partyOrg }, followed(index)),
  ),
  ...others.map(([title, sort, partyOrg], index) =>
    entry({ name: `entry-other-${index}`, title, sort, partyOrg }, []),
  ),
]

type Entry = {
  readonly name: string
  readonly title: string
  readonly sort: string
  readonly partyOrg: string
}

function entry({ name, title, sort, partyOrg }: Entry, steps: readonly SampleStep[]): Sample {
  return {
    name,
    kind: 'organisation-entry',
    command: 'register',
    area: 530_102_001,
    by: registrar,
    daysAgo: 100,
    data: {
      title,
      sort,
      ...(partyOrg === '' ? {} : { partyOrg, liaison: true }),
    },
    steps,
  }
}

function followed(index: number): readonly SampleStep[] {
  if (index === 3)
    return [
      {
        command: 'plan',
        by: registrar,
        after: 20,
        data: { plan: '与商圈联合组建，先派联络人', planOn: { daysAgo: -30 } },
      },
    ]
  return index === 4
    ? [{ command: 'respect', by: registrar, after: 20, data: { reason: '企业暂不考虑' } }]
    : []
}

/** A theme day of nine communities and three departments, a care event, and one that is coming. */
const activities: readonly Sample[] = [
  {
    kind: 'joint-activity',
    command: 'plan',
    area: 530_102_001,
    by: { unit: huashan[0] ?? '', role: 'secretary' },
    daysAgo: 50,
    data: {
      title: '打造共同体、构建新格局联合主题党日',
      sort: 'themeDay',
      contents: ['theory', 'charter', 'council', 'service'],
      startAt: { momentAgo: 40 },
      spot: '华山街道党群服务中心',
      hosts: { units: [...huashan.slice(1), ...huguo, ...units] },
    },
    steps: [
      ...[...huashan.slice(1), ...huguo].map((unit) => hosting(unit, { unit, role: 'secretary' })),
      ...units.map((unit) => hosting(unit, { unit, role: 'clerk' })),
      came(`initiator/${huashan[0]}`, { unit: huashan[0] ?? '', role: 'secretary' }, [9.5, 26]),
      ...huguo.map((unit, index) =>
        came(`host/${unit}`, { unit, role: 'secretary' }, [0.01, 12 + index * 3]),
      ),
      ...[0, 1, 5].map((index): SampleStep => ({
        command: 'addOrganisation',
        by: { unit: huashan[0] ?? '', role: 'secretary' },
        after: 0.01,
        data: {
          organisation: { sample: `entry-firm-${index}` },
          hosted: index === 0,
          attendance: 6,
        },
      })),
      {
        command: 'finish',
        by: { unit: huashan[0] ?? '', role: 'secretary' },
        after: 0.5,
        data: { result: '议定共建项目五个，开展义诊、维修等服务' },
      },
    ],
  },
  {
    kind: 'joint-activity',
    command: 'plan',
    area: 530_102_001,
    by: { unit: huashan[4] ?? '', role: 'secretary' },
    daysAgo: 30,
    data: {
      title: '关心关爱新就业群体活动',
      sort: 'care',
      contents: ['service'],
      startAt: { momentAgo: 25 },
      spot: '文林街驿站',
    },
    steps: [
      came(`initiator/${huashan[4]}`, { unit: huashan[4] ?? '', role: 'secretary' }, [6, 92]),
      {
        command: 'finish',
        by: { unit: huashan[4] ?? '', role: 'secretary' },
        after: 0.5,
        data: { result: '免费体检、法律咨询，收集诉求十一条' },
      },
    ],
  },
  {
    kind: 'joint-activity',
    command: 'plan',
    area: 530_102_002,
    by: { unit: huguo[1] ?? '', role: 'secretary' },
    daysAgo: 4,
    data: {
      title: '南屏街便民服务日',
      sort: 'service',
      contents: ['service', 'council'],
      startAt: { momentAgo: -6 },
      endAt: { momentAgo: -6.1 },
      spot: '南屏街步行街广场',
      hosts: { units: [huguo[0] ?? '', '五华区市场监督管理局'] },
    },
    steps: [
      hosting(huguo[0] ?? '', { unit: huguo[0] ?? '', role: 'secretary' }),
      { command: 'signUp', by: { unit: '五华区司法局', role: 'clerk' }, after: 0.5 },
    ],
  },
]

function hosting(unit: string, by: Who): SampleStep {
  return { command: `host/${unit}/accept`, by, after: 0.1 }
}

function came(party: string, by: Who, [after, attendance]: readonly [number, number]): SampleStep {
  return { command: `${party}/attend`, by, after, data: { attendance } }
}

/** What units of one street and its neighbours do together. */
export const togetherSamples: readonly Sample[] = [...registry, ...activities]
