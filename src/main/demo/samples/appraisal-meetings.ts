import type { Sample, SampleStep, Who } from './sample.ts'

const area = 530_102
const organisation: Who = { unit: '五华区委组织部', role: 'clerk' }
const cityOrganisation: Who = { unit: '市委组织部', role: 'clerk' }
const minute = 0.0007

type Report = {
  readonly unit: string
  readonly comment: string
  readonly problems: string
  readonly written?: true
}

const streets: readonly Report[] = [
  report(
    '华山街道办事处',
    '抓老旧小区有办法',
    '小区党支部半年以上没有活动\n楼栋党小组没有实体运行',
  ),
  report('护国街道办事处', '商圈共建有声有色', '共建项目落地率不高'),
  report('大观街道办事处', '网格整合推进快', '网格员报表没有减下来'),
  report('龙翔街道办事处', '回应诉求及时', '重复诉求占比偏高\n社区协商议题由街道代拟'),
  report('丰宁街道办事处', '党群阵地用得活', '党群服务中心错时服务没有落实'),
  report('莲华街道办事处', '服务新就业群体有探索', '流动党员排查底数不清'),
  report('红云街道办事处', '小区治理抓得实', '业委会组建推进慢'),
  report('黑林铺街道办事处', '村改社区工作平稳', '村改社区班子结构老化'),
  report('普吉街道办事处', '物业党建联建有进展', '红色物业覆盖面不够'),
  { ...report('西翥街道办事处', '书面报告内容完整', '社区工作者培训不够'), written: true },
]
const organs: readonly Report[] = [
  report('五华区城市管理局', '支部和业务结合紧', '下沉社区没有形成制度'),
  report('五华区民政局', '社会组织党建有起色', '社区减负清单执行不严'),
]

/** A district's ten streets report in one meeting, its departments in another, and one is to come. */
export const appraisalMeetingSamples: readonly Sample[] = [
  meeting({ name: 'wuhua-review', title: '五华区街道党工委书记述职评议会', reports: streets }),
  meeting({
    name: 'wuhua-organs-review',
    title: '五华区直机关党组织书记述职评议会',
    scope: 'organ',
    reports: organs,
  }),
  {
    name: 'wuhua-half-year',
    kind: 'appraisal-meeting',
    command: 'plan',
    area,
    by: organisation,
    daysAgo: 3,
    data: {
      title: '五华区年中述职评议会',
      year: 2026,
      scope: 'area',
      startAt: { dayAgo: -6, at: '09:00' },
      endAt: { dayAgo: -6, at: '12:00' },
      spot: '区委礼堂',
    },
    steps: [
      {
        command: 'addReporters',
        by: organisation,
        after: 0.1,
        data: { units: { units: streets.map((one) => one.unit) }, form: 'onsite' },
      },
      { command: 'notify', by: organisation, after: 0.1 },
    ],
  },
]

function report(unit: string, comment: string, problems: string): Report {
  return { unit, comment: `${comment}，但还有差距。`, problems }
}

function meeting(given: {
  readonly name: string
  readonly title: string
  readonly scope?: 'area' | 'organ'
  readonly reports: readonly Report[]
}): Sample {
  const { name, title, scope = 'area', reports } = given
  const written = reports.filter((one) => one.written === true)
  return {
    name,
    kind: 'appraisal-meeting',
    command: 'plan',
    area,
    by: organisation,
    daysAgo: 30,
    data: {
      title,
      year: 2026,
      scope,
      startAt: { dayAgo: 20, at: '09:00' },
      endAt: { dayAgo: 20, at: '12:00' },
      spot: '区委礼堂',
    },
    steps: [
      {
        command: 'addReporters',
        by: organisation,
        after: 0.1,
        data: { units: { units: reports.map((one) => one.unit) }, form: 'onsite' },
      },
      ...written.map(({ unit }) => asked(unit, 'makeWritten')),
      { command: 'notify', by: organisation, after: 1 },
      { command: 'planAttendance', by: cityOrganisation, after: 1 },
      { command: 'open', by: organisation, after: 8 },
      { command: 'observer/市委组织部/attend', by: cityOrganisation, after: minute },
      ...reports.flatMap(reported),
      { command: 'finish', by: organisation, after: minute },
      {
        command: 'observer/市委组织部/remark',
        by: cityOrganisation,
        after: 0.5,
        data: { opinion: '点评敢于较真，指出的问题具体，整改要盯到底。' },
      },
      {
        command: 'close',
        by: organisation,
        after: 1,
        data: { minutes: `${title}在区委礼堂召开，逐一述职、逐一点评，指出的问题转入整改。` },
      },
    ],
  }
}

function reported({ unit, comment, problems, written }: Report): readonly SampleStep[] {
  const speaks = written === true ? [] : ['begin', 'end']
  return [
    ...speaks.map((command) => asked(unit, command)),
    { ...asked(unit, 'comment'), data: { comment, problems } },
  ]
}

function asked(unit: string, command: string): SampleStep {
  return { command: `reporter/${unit}/${command}`, by: organisation, after: minute }
}
