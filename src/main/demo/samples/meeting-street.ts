import { bodySample, heldMeeting, type SampleDecision } from './meeting-steps.ts'
import type { Sample, SampleStep, Who } from './sample.ts'

const area = 530_102_001
const street: Who = { unit: '华山街道办事处', role: 'clerk' }
const near = ['华山街道翠湖西路社区', '华山街道水晶宫社区', '华山街道五华山社区']
const departments = ['五华区城市管理局', '五华区民政局']
const members = [...near, ...departments, '华山街道党群工作办公室']

const now = { sample: 'huashan-now' }
const spot = '街道党群服务中心三楼'

const decisions: readonly SampleDecision[] = [
  { name: 'done', what: '文林街增设两处非机动车停放点', owner: '五华区城市管理局', dueAgo: 25 },
  { name: 'late', what: '翠湖周边夜间停车位错时共享', owner: '五华区民政局', dueAgo: 9 },
  { name: 'handed', what: '老旧小区加装晾衣设施', owner: '华山街道党群工作办公室', dueAgo: 4 },
  { name: 'running', what: '社区助餐点试运行', owner: '华山街道水晶宫社区', dueAgo: -21 },
]

/** One street told whole: a joint meeting long over, one going on now, and one that is coming. */
export const streetMeetings: readonly Sample[] = [
  bodySample({
    name: 'body-530102001',
    sort: 'joint',
    title: '华山街道党建联席会议',
    area,
    by: street,
    members,
    since: 160,
    steps: [
      {
        command: 'appointUpperChair',
        by: street,
        after: 1,
        data: {
          chair: '罗文斌',
          chairUnit: { unit: '五华区委组织部' },
          chairSince: { daysAgo: 158 },
          chairUntil: { daysAgo: -570 },
        },
      },
      ...heldMeeting({
        name: 'huashan-first',
        title: '华山街道党建联席会议二季度会议',
        spot,
        by: street,
        came: members.slice(0, 5),
        ago: 50,
        from: 158,
        decides: decisions,
      }),
      ...follows(),
      ...going(),
    ],
  }),
  item(
    ['huashan-parking', near[0] ?? '', '小区周边夜间停车难', 3],
    [
      { command: 'accept', by: street, after: 0.5, data: { meeting: now, order: 1 } },
      { command: 'begin', by: street, after: 2.48 },
      { command: 'conclude', by: street, after: 0.006, data: { outcome: '分时共享，先试两处' } },
    ],
  ),
  item(
    ['huashan-elderly', near[1] ?? '', '助餐点运行情况', 2.9],
    [
      { command: 'accept', by: street, after: 0.5, data: { meeting: now, order: 2 } },
      { command: 'begin', by: street, after: 2.388 },
    ],
  ),
  item(
    ['huashan-market', departments[0] ?? '', '夜市占道经营长效管理', 2.8],
    [{ command: 'accept', by: street, after: 0.5, data: { meeting: now, order: 3 } }],
  ),
  item(
    ['huashan-raised', near[2] ?? '', '跨街道的河道保洁责任', 30],
    [
      {
        command: 'raise',
        by: street,
        after: 2,
        data: { upper: { sample: 'body-530102' }, why: '涉及三个街道，本级协调不了' },
        opens: { kind: 'agenda-item', name: 'wuhua-river' },
      },
      {
        command: 'decline',
        of: 'wuhua-river',
        by: { unit: '五华区委组织部', role: 'clerk' },
        after: 5,
        data: { reason: '已由区水务局明确分段责任，请按分段落实' },
      },
    ],
  ),
]

/** Today's meeting, half way through. */
function going(): readonly SampleStep[] {
  const of = 'huashan-now'
  return [
    {
      command: 'convene',
      by: street,
      after: 0.93,
      data: {
        title: '华山街道党建联席会议三季度会议',
        startAt: { momentAgo: 0.03 },
        endAt: { momentAgo: -0.05 },
        spot,
      },
      opens: { kind: 'meeting', name: of },
    },
    { command: 'notify', of, by: street, after: 1 },
    { command: `member/${departments[1]}/excuse`, of, by: street, after: 0.5 },
    { command: 'open', of, by: street, after: 3.472 },
    ...near.map((unit) => ({ command: `member/${unit}/attend`, of, by: street, after: 0.001 })),
    {
      command: 'capture',
      of,
      by: street,
      after: 0.012,
      data: {
        decision: '两处小区试行夜间错时停车',
        owner: { unit: '五华区城市管理局' },
        dueOn: { daysAgo: -30 },
      },
    },
    { command: 'capture', of, by: street, after: 0.004, data: { decision: '助餐点增加周末供餐' } },
  ]
}

type Item = readonly [name: string, unit: string, title: string, daysAgo: number]

function item([name, unit, title, daysAgo]: Item, steps: readonly SampleStep[]): Sample {
  return {
    name,
    kind: 'agenda-item',
    command: 'propose',
    area,
    by: { unit, role: near.includes(unit) ? 'secretary' : 'clerk' },
    daysAgo,
    data: { body: { sample: 'body-530102001' }, title },
    steps,
  }
}

/** What became of the decisions of the meeting before. */
function follows(): readonly SampleStep[] {
  const clerk = (unit: string): Who => ({ unit, role: 'clerk' })
  return [
    {
      command: 'report',
      of: 'done',
      by: clerk('五华区城市管理局'),
      after: 15,
      data: { result: '两处停放点已划线启用，可停一百二十辆' },
    },
    { command: 'accept', of: 'done', by: street, after: 2 },
    {
      command: 'progress',
      of: 'running',
      by: { unit: '华山街道水晶宫社区', role: 'secretary' },
      after: 5,
      data: { words: '已选定场地，正在办理许可' },
    },
    {
      command: 'report',
      of: 'handed',
      by: clerk('华山街道党群工作办公室'),
      after: 21,
      data: { result: '三个小区安装完成' },
    },
  ]
}
