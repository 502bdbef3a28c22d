import type { Sample, SampleStep, Who } from './sample.ts'

const secretary = (unit: string): Who => ({ unit, role: 'secretary' })

const lead = secretary('拓东街道办事处')
const river: readonly string[] = ['鼓楼街道办事处', '联盟街道办事处', '护国街道办事处']

/** A riverside alliance with its stations and matters, one of a business area, one of neighbours, one
 *  with the army and one that is only being prepared. */
export const allianceSamples: readonly Sample[] = [
  {
    name: 'alliance-river',
    kind: 'alliance',
    command: 'prepare',
    area: 530_103_001,
    by: lead,
    daysAgo: 140,
    data: {
      title: '盘龙江滨江党建联盟',
      sort: 'riverside',
      charter: '沿江街道与单位共建共享，站点属地管理，服务统一标识。',
      units: { units: [...river, '盘龙区水务局'] },
    },
    steps: [
      ...river.map((unit) => joins(unit, secretary(unit))),
      joins('盘龙区水务局', { unit: '盘龙区水务局', role: 'head' }),
      { command: 'found', by: lead, after: 1 },
      {
        command: 'meet',
        by: lead,
        after: 20,
        data: { metOn: { daysAgo: 105 }, outcome: '明确八个站点的位置和服务清单' },
      },
      ...matterOf(),
    ],
  },
  ...stations('拓东街道办事处', 530_103_001, ['江岸驿站', '双龙桥驿站']),
  ...stations('鼓楼街道办事处', 530_103_002, ['圆通驿站', '霖雨路驿站']),
  ...stations('联盟街道办事处', 530_103_004, ['北站驿站', '金江路驿站']),
  ...stations('护国街道办事处', 530_102_002, ['得胜桥驿站']),
  {
    name: 'alliance-business',
    kind: 'alliance',
    command: 'prepare',
    area: 530_102_002,
    by: secretary('护国街道办事处'),
    daysAgo: 60,
    data: {
      title: '南屏街商圈党建联盟',
      sort: 'business',
      charter: '商户、楼宇、街道、部门共商商圈治理。',
      units: { units: ['金碧街道办事处'] },
    },
    steps: [
      joins('金碧街道办事处', secretary('金碧街道办事处')),
      { command: 'found', by: secretary('护国街道办事处'), after: 1 },
    ],
  },
  {
    kind: 'alliance',
    command: 'prepare',
    area: 530_111_010,
    by: secretary('阿拉街道办事处'),
    daysAgo: 45,
    data: {
      title: '汤池小哨毗邻党建联盟',
      sort: 'neighbour',
      charter: '边界道路、水源、就业服务共商共治，资源清单共享。',
      otherCity: '相邻市的街道和社区党组织（演示）',
    },
    steps: [{ command: 'found', by: secretary('阿拉街道办事处'), after: 5 }],
  },
  {
    kind: 'alliance',
    command: 'prepare',
    area: 530_102_001,
    by: secretary('华山街道办事处'),
    daysAgo: 40,
    data: {
      title: '翠湖军地结对共建',
      sort: 'army',
      charter: '共学、共建、共育、共享、共促；只记活动。',
      partner: '翠湖军地结对',
    },
    steps: [{ command: 'found', by: secretary('华山街道办事处'), after: 3 }],
  },
  {
    kind: 'alliance',
    command: 'prepare',
    area: 530_111_001,
    by: secretary('关上街道办事处'),
    daysAgo: 6,
    data: {
      title: '巫家坝建设项目党建联盟',
      sort: 'project',
      charter: '项目部、属地和部门联合解决施工扰民、用工服务。',
      endsOn: { daysAgo: -400 },
      units: { units: ['吴井街道办事处', '官渡区住房和城乡建设局'] },
    },
    steps: [joins('吴井街道办事处', secretary('吴井街道办事处'))],
  },
]

function joins(unit: string, by: Who): SampleStep {
  return { command: `member/${unit}/join`, by, after: 1 }
}

function matterOf(): readonly SampleStep[] {
  const of = 'alliance-river-fishing'
  const by = secretary('鼓楼街道办事处')
  return [
    {
      command: 'raise',
      by,
      after: 10,
      data: {
        matter: '沿江夜钓占用步道',
        matterSort: 'boundary',
        detail: '三个街道交界处，夜间集中。',
        dueOn: { daysAgo: 60 },
      },
      opens: { kind: 'alliance-matter', name: of },
    },
    ...['拓东街道办事处', ...river].map((unit) => reported(unit, of, secretary(unit))),
    reported('盘龙区水务局', of, { unit: '盘龙区水务局', role: 'head' }),
    {
      command: 'conclude',
      of,
      by,
      after: 2,
      data: { outcome: '分段值守，设置垂钓区和提示牌，投诉明显减少' },
    },
    {
      command: 'raise',
      of: 'alliance-river',
      by: lead,
      after: 20,
      data: {
        matter: '沿江站点急救设备共享',
        matterSort: 'resource',
        dueOn: { daysAgo: -20 },
      },
      opens: { kind: 'alliance-matter', name: 'alliance-river-aid' },
    },
  ]
}

function reported(unit: string, of: string, by: Who): SampleStep {
  return {
    command: `side/${unit}/report`,
    of,
    by,
    after: 1,
    data: { words: '本段已巡查并设置提示' },
  }
}

function stations(unit: string, area: number, titles: readonly string[]): readonly Sample[] {
  return titles.map((title, index) => ({
    kind: 'alliance-station',
    command: 'open',
    area,
    by: { unit, role: 'clerk' },
    daysAgo: 90 - index * 7,
    data: {
      alliance: { sample: 'alliance-river' },
      code: `${area % 100_000}-${index + 1}`,
      title,
      spot: `${title.replace('驿站', '')}沿江步道旁`,
      services: '饮水、充电、急救、政策咨询、志愿服务',
      hours: '每日 9:00—20:00',
    },
  }))
}
