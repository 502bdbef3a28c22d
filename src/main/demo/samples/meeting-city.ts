import { bodySample, heldMeeting } from './meeting-steps.ts'
import type { Sample, Who } from './sample.ts'

const city = 530_100
const committee: Who = { unit: '中共昆明市委员会', role: 'clerk' }
const organisation: Who = { unit: '市委组织部', role: 'clerk' }
const districts = [
  '中共五华区委员会',
  '中共盘龙区委员会',
  '中共官渡区委员会',
  '中共西山区委员会',
  '中共呈贡区委员会',
]
const guided = [530_103, 530_111, 530_112, 530_114]
const forum = { by: organisation, came: districts } as const

/** The city's own bodies, its forum of district secretaries, what it leads and whom it guides. */
export const cityBodies: readonly Sample[] = [
  bodySample({
    name: 'city-joint',
    sort: 'joint',
    title: '昆明市党建联席会议',
    area: city,
    by: committee,
    members: [...districts, '市委组织部'],
    since: 165,
    steps: heldMeeting({
      name: 'city-meeting',
      title: '昆明市党建联席会议全体会议',
      spot: '市级机关会议中心',
      by: committee,
      came: districts.slice(0, 4),
      ago: 60,
      from: 164,
      decides: [
        {
          name: 'city-decision',
          what: '推动驻区单位向社区开放停车位',
          owner: '中共五华区委员会',
          dueAgo: -40,
        },
      ],
    }),
  }),
  bodySample({
    name: 'city-leading',
    sort: 'leading',
    title: '昆明市基层党建和基层治理领导小组',
    area: city,
    by: organisation,
    members: ['市委组织部', ...districts],
    since: 160,
  }),
  bodySample({
    name: 'city-forum',
    sort: 'forum',
    title: '区委书记党建工作现场例会',
    area: city,
    by: organisation,
    members: districts,
    since: 170,
    steps: [
      ...heldMeeting({
        ...forum,
        name: 'forum-spring',
        title: '上季度区委书记现场例会',
        spot: '盘龙区党群服务中心',
        ago: 105,
        from: 169,
        shares: [['中共盘龙区委员会', '小区微网实格治理，楼栋长与网格员共用一张清单']],
      }),
      ...heldMeeting({
        ...forum,
        name: 'forum-summer',
        title: '本季度区委书记现场例会',
        spot: '五华区华山街道',
        ago: 12,
        from: 103.936,
        shares: [['中共五华区委员会', '“街道吹哨、部门报到”回访做法']],
        decides: [
          {
            name: 'forum-problem',
            what: '社区工作者空岗补齐',
            owner: '中共官渡区委员会',
            dueAgo: -25,
          },
        ],
      }),
    ],
  }),
  ...districts.slice(1).map((unit, at): Sample => ({
    kind: 'guidance-record',
    command: 'guide',
    area: guided[at] ?? city,
    by: organisation,
    daysAgo: 20 + at,
    data: {
      body: { sample: `body-${guided[at] ?? city}` },
      sort: at === 1 ? 'task' : 'attend',
      title: `参加${unit.slice(2, 5)}党建联席会议并提出意见`,
      dueOn: { daysAgo: -20 },
    },
  })),
  {
    kind: 'responsibility-matter',
    command: 'set',
    area: city,
    by: committee,
    daysAgo: 90,
    data: {
      title: '社区工作者职业体系建设',
      units: { units: ['昆明市人民政府', '市委编办'] },
    },
    steps: [
      {
        command: 'act',
        by: { unit: '中共昆明市委员会', role: 'leader' },
        after: 30,
        data: { sort: 'plan', words: '主持研究社区工作者岗位与待遇安排' },
      },
      {
        command: 'support',
        by: organisation,
        after: 5,
        data: { sort: 'policy', words: '印发社区工作者管理办法' },
      },
    ],
  },
]
