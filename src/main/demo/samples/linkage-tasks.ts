import type { Sample, SampleStep, Who } from './sample.ts'

const city: Who = { unit: '中共昆明市委员会', role: 'clerk' }
const organiser: Who = { unit: '市委组织部', role: 'clerk' }
const wuhua: Who = { unit: '中共五华区委员会', role: 'clerk' }
const huashan: Who = { unit: '华山街道办事处', role: 'clerk' }

const duties = [
  ['市-1', 'city', 'plan', '编制城市基层党建工作规划，提出年度重点'],
  ['市-2', 'city', 'majorIssues', '协调解决跨区、跨部门的重大问题'],
  ['区-1', 'district', 'pushForward', '具体指导各街道，逐项推动年度任务'],
  ['街-1', 'street', 'coordinate', '统筹辖区机关、学校、企业和社区的党建工作'],
  ['社-1', 'community', 'backstop', '兜底管理辖区小微企业和社会组织党建'],
  ['市-3', 'city', 'other', '每季度听取一次各区进展'],
  ['区-2', 'district', 'other', '每月到一个街道现场办公'],
  ['街-2', 'street', 'other', '建立辖区资源、需求、项目三张单子'],
  ['社-2', 'community', 'other', '每月开放一次党群服务中心接待日'],
] as const

/** One list for each level: what must be on it first. */
export const levelDutySamples: readonly Sample[] = duties.map(
  ([number, level, content, duty], index) => ({
    kind: 'level-duty',
    command: 'list',
    area: '昆明市',
    by: organiser,
    daysAgo: 178.4 - index * 0.01,
    data: { number, level, content, duty, basis: '四级职责任务清单（演示）' },
    ...(number === '街-2'
      ? {
          steps: [
            {
              command: 'amend',
              by: organiser,
              after: 60,
              data: {
                duty: '建立并每季度更新资源、需求、项目三张单子',
                reason: '明确更新周期',
              },
            },
          ],
        }
      : {}),
  }),
)

const passed = (of: string | undefined, by: Who, [unit, name]: readonly [string, string]) =>
  ({
    command: 'passDown',
    by,
    after: 0.05,
    ...(of === undefined ? {} : { of }),
    data: { units: { units: [unit] } },
    opens: { kind: 'level-task', name },
  }) satisfies SampleStep

const reported = (
  of: string,
  by: Who,
  [progress, words]: readonly [number, string],
): SampleStep => ({
  command: 'report',
  of,
  by,
  after: 12,
  data: { progress, words },
})

const finished = (of: string, by: Who, words: string): SampleStep => ({
  command: 'finish',
  of,
  by,
  after: 9,
  data: { words },
})

const worker = (unit: string): Who => ({ unit, role: 'worker' })
const street = (unit: string): Who => ({ unit, role: 'clerk' })

/** Two tasks of the year that go from the city down to communities, and some that stay higher up. */
export const levelTaskSamples: readonly Sample[] = [
  {
    name: 'year-task',
    kind: 'level-task',
    command: 'plan',
    area: '昆明市',
    by: city,
    daysAgo: 160.4,
    data: {
      title: '党群服务中心晚间和周末开放',
      detail: '方便上班的居民，一年内主城区全部做到',
      year: 2026,
      dueOn: { daysAgo: -60 },
    },
    steps: [
      passed(undefined, city, ['中共五华区委员会', 'task-wuhua']),
      passed(undefined, city, ['中共盘龙区委员会', 'task-panlong']),
      passed(undefined, city, ['中共官渡区委员会', 'task-guandu']),
      passed(undefined, city, ['中共西山区委员会', 'task-xishan']),
      passed('task-wuhua', wuhua, ['华山街道办事处', 'task-huashan']),
      passed('task-wuhua', wuhua, ['护国街道办事处', 'task-huguo']),
      passed('task-wuhua', wuhua, ['大观街道办事处', 'task-daguan']),
      passed('task-huashan', huashan, ['华山街道翠湖社区', 'task-cuihu']),
      passed('task-huashan', huashan, ['华山街道文林社区', 'task-wenlin']),
      passed('task-huashan', huashan, ['华山街道北门社区', 'task-beimen']),
      reported('task-panlong', { unit: '中共盘龙区委员会', role: 'clerk' }, [45, '六个街道已排班']),
      reported('task-xishan', { unit: '中共西山区委员会', role: 'clerk' }, [30, '先试两个街道']),
      reported('task-cuihu', worker('华山街道翠湖社区'), [60, '周末已开放，晚间在排班']),
      reported('task-huguo', street('护国街道办事处'), [70, '五个社区已开放']),
      finished('task-wenlin', worker('华山街道文林社区'), '晚间开到九点，周末全天'),
      reported('task-daguan', street('大观街道办事处'), [40, '场地在修缮']),
      reported('task-beimen', worker('华山街道北门社区'), [25, '志愿者排班不足']),
      finished('task-cuihu', worker('华山街道翠湖社区'), '晚间、周末都已开放'),
    ],
  },
  {
    name: 'survey-task',
    kind: 'level-task',
    command: 'plan',
    area: '五华区',
    by: wuhua,
    daysAgo: 120.4,
    data: {
      title: '摸清商务楼宇和小微企业党员需求',
      year: 2026,
      dueOn: { daysAgo: 20 },
    },
    steps: [
      passed(undefined, wuhua, ['龙翔街道办事处', 'survey-longxiang']),
      passed(undefined, wuhua, ['丰宁街道办事处', 'survey-fengning']),
      passed(undefined, wuhua, ['大观街道办事处', 'survey-daguan']),
      finished('survey-longxiang', street('龙翔街道办事处'), '走访楼宇十一座，需求列单'),
      reported('survey-fengning', street('丰宁街道办事处'), [50, '已走访一半']),
    ],
  },
  ...[
    ['官渡区', '中共官渡区委员会', '老旧小区议事场地建设'],
    ['盘龙区', '中共盘龙区委员会', '网格党支部调整设置'],
    ['西山区', '中共西山区委员会', '新就业群体服务站点延时'],
  ].map(([area = '', unit = '', title = ''], index): Sample => ({
    kind: 'level-task',
    command: 'plan',
    area,
    by: { unit, role: 'clerk' },
    daysAgo: 90.4 - index,
    data: { title, year: 2026, dueOn: { daysAgo: index === 1 ? 10 : -45 } },
    steps: [
      {
        command: 'report',
        by: { unit, role: 'clerk' },
        after: 30,
        data: { progress: 35 + index * 20, words: '按月推进' },
      },
    ],
  })),
]
