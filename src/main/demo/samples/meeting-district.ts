import { bodySample, heldMeeting } from './meeting-steps.ts'
import type { Sample, Who } from './sample.ts'

const area = 530_102
const committee: Who = { unit: '中共五华区委员会', role: 'clerk' }
const organisation: Who = { unit: '五华区委组织部', role: 'clerk' }
const streets = ['华山街道办事处', '护国街道办事处', '大观街道办事处', '龙翔街道办事处']
const departments = ['五华区城市管理局', '五华区民政局', '五华区住房和城乡建设局']

/** One district told whole: its joint meeting, topic study, problems and responsibilities. */
export const districtMeetings: readonly Sample[] = [
  bodySample({
    name: 'body-530102',
    sort: 'joint',
    title: '五华区党建联席会议',
    area,
    by: committee,
    members: [...streets, ...departments],
    since: 165,
    steps: heldMeeting({
      name: 'wuhua-meeting',
      title: '五华区党建联席会议第二次会议',
      spot: '区委二楼会议室',
      by: organisation,
      came: [...streets, ...departments.slice(0, 2)],
      ago: 45,
      from: 164,
      decides: [
        {
          name: 'wuhua-decision',
          what: '统一辖区夜间停车资源共享办法',
          owner: '五华区住房和城乡建设局',
          dueAgo: 8,
        },
      ],
    }),
  }),
  bodySample({
    name: 'study-530102',
    sort: 'study',
    title: '五华区城市基层党建专题研究',
    area,
    by: organisation,
    members: departments,
    since: 120,
    steps: heldMeeting({
      name: 'wuhua-study',
      title: '区委专题研究城市基层党建',
      spot: '区委常委会议室',
      by: organisation,
      came: departments,
      ago: 16,
      from: 119,
    }),
  }),
  {
    kind: 'key-problem',
    command: 'list',
    area,
    by: organisation,
    daysAgo: 14,
    data: {
      title: '老旧小区党组织覆盖不足',
      detail: '还有二十余个无物业小区没有建立党组织',
      lead: { unit: '五华区住房和城乡建设局' },
      dueOn: { daysAgo: -45 },
      meeting: { sample: 'wuhua-study' },
    },
    steps: [
      {
        command: 'progress',
        by: { unit: '五华区住房和城乡建设局', role: 'clerk' },
        after: 7,
        data: { words: '已摸清底数，先在六个小区试点' },
      },
    ],
  },
  {
    kind: 'key-problem',
    command: 'list',
    area,
    by: organisation,
    daysAgo: 80,
    data: {
      title: '商圈党建联而不动',
      lead: { unit: '五华区市场监督管理局' },
      dueOn: { daysAgo: 20 },
    },
    steps: [
      {
        command: 'report',
        by: { unit: '五华区市场监督管理局', role: 'clerk' },
        after: 50,
        data: { result: '三个商圈成立党建联盟，按季轮值' },
      },
      { command: 'confirm', by: organisation, after: 3 },
    ],
  },
  {
    kind: 'responsibility-matter',
    command: 'set',
    area,
    by: organisation,
    daysAgo: 100,
    data: {
      title: '街道赋权与力量下沉',
      units: { units: ['五华区人民政府', '五华区委编办'] },
    },
    steps: [
      {
        command: 'act',
        by: { unit: '中共五华区委员会', role: 'leader' },
        after: 40,
        data: { sort: 'push', words: '到三个街道现场推动赋权事项承接' },
      },
    ],
  },
  ...['530102002', '530102003', '530102005'].map((street, at): Sample => ({
    kind: 'guidance-record',
    command: 'guide',
    area: Number(street),
    by: organisation,
    daysAgo: 9 + at,
    data: {
      body: { sample: `body-${street}` },
      sort: at === 0 ? 'task' : 'comment',
      title: at === 0 ? '补齐成员单位职责并公开' : '议题要来自社区，议定事项要有期限',
      dueOn: { daysAgo: -12 },
    },
  })),
]
