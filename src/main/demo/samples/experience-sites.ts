import type { Sample, SampleStep, Who } from './sample.ts'

const reviewer: Who = { unit: '市委组织部', role: 'head' }
const clerk = (unit: string): Who => ({ unit, role: unit.endsWith('社区') ? 'worker' : 'clerk' })

type Site = {
  readonly name: string
  readonly theme: string
  readonly host: string
  readonly area: string
  readonly office: string
  readonly aim: string
  readonly reaches: 'cultivating' | 'applied' | 'trying' | 'assessed' | 'promoted' | 'exited'
}

const reaches = ['cultivating', 'applied', 'trying', 'assessed', 'promoted', 'exited'] as const

const sites: readonly Site[] = [
  [
    '华山街道夜间吹哨示范点',
    'response',
    '华山街道办事处',
    '五华区',
    '夜间诉求当晚有人到场',
    'promoted',
  ],
  [
    '护国街道楼宇共享会客厅',
    'frontier',
    '护国街道办事处',
    '五华区',
    '楼宇党组织共用一处阵地',
    'trying',
  ],
  [
    '龙翔街道院落议事示范点',
    'community',
    '龙翔街道办事处',
    '五华区',
    '老旧院落小事当月议成',
    'assessed',
  ],
  [
    '大观街道河道共护示范点',
    'cobuild',
    '大观街道办事处',
    '五华区',
    '沿河单位分段认领管护',
    'trying',
  ],
  [
    '拓东街道一站受理示范点',
    'mandate',
    '拓东街道办事处',
    '盘龙区',
    '街道窗口按事不按科室',
    'promoted',
  ],
  [
    '联盟街道骑手友好示范点',
    'frontier',
    '联盟街道办事处',
    '盘龙区',
    '骑手停车、充电、歇脚有去处',
    'applied',
  ],
  [
    '关上街道网格会诊示范点',
    'response',
    '关上街道办事处',
    '官渡区',
    '疑难事项每周会诊一次',
    'trying',
  ],
  [
    '吴井街道社工成长示范点',
    'team',
    '吴井街道办事处',
    '官渡区',
    '新社工半年能独立办事',
    'cultivating',
  ],
  ['西苑街道共建清单示范点', 'cobuild', '西苑街道办事处', '西山区', '资源需求当月对上', 'trying'],
  [
    '金碧街道院坝课堂示范点',
    'community',
    '金碧街道办事处',
    '西山区',
    '院坝里讲政策、议事情',
    'exited',
  ],
].map(([name = '', theme = '', host = '', area = '', aim = '', reaches]) => ({
  name,
  theme,
  host,
  area,
  aim,
  office: `${area}委组织部`,
  reaches: reachOf(reaches),
}))

/** Sites at every step of their course, in the four inner districts. */
export const siteSamples: readonly Sample[] = sites.map((site, index) => ({
  name: `site-${site.host}`,
  kind: 'demonstration-site',
  command: 'cultivate',
  area: site.area,
  by: clerk(site.office),
  daysAgo: 170.4 - index,
  data: {
    name: site.name,
    theme: site.theme,
    host: { unit: site.host },
    aim: site.aim,
  },
  steps: course(site, index),
}))

/** As far as a site has come. */
function course(site: Site, index: number): readonly SampleStep[] {
  const reached = reaches.indexOf(site.reaches)
  const task = `pilot-${site.host}`
  const steps: readonly (readonly SampleStep[])[] = [
    [],
    [
      {
        command: 'apply',
        by: clerk(site.host),
        after: 30,
        data: { material: `${site.aim}，已按周记录，居民代表参加了两次评议。` },
      },
    ],
    [
      {
        command: 'designate',
        by: reviewer,
        after: 10,
        data: { number: `演示点〔2026〕${index + 1}号`, opinion: '做法清楚，数据可核' },
      },
      {
        command: 'addTask',
        by: clerk(site.office),
        after: 4,
        data: { title: `${site.aim}：试点方案落地`, dueOn: { daysAgo: 30 } },
        opens: { kind: 'level-task', name: task },
      },
      {
        command: 'finish',
        of: task,
        by: clerk(site.host),
        after: 40,
        data: { words: '方案落地，按周有记录' },
      },
    ],
    [
      {
        command: 'assess',
        by: reviewer,
        after: 10,
        data: { assessment: '居民知晓、数据连续三个月向好，可以推广' },
      },
    ],
    [{ command: 'promote', by: reviewer, after: 6 }],
    [
      {
        command: 'exit',
        by: reviewer,
        after: 10,
        data: { reason: '场地改建，做法并入街道议事制度' },
      },
    ],
  ]
  return steps.slice(0, reached + 1).flat()
}

function reachOf(word: string | undefined): Site['reaches'] {
  return reaches.find((one) => one === word) ?? 'cultivating'
}
