import type { Sample, SampleData, SampleStep, SampleValue } from './sample.ts'

const reviewing = [
  '中共五华区委员会',
  '五华区人民政府',
  '中共昆明市委员会',
  '昆明市人民政府',
] as const
const management = '五华区城市管理局'
const streets = ['华山街道办事处', '护国街道办事处']

function applied(unit: string, daysAgo: number, data: SampleData): Omit<Sample, 'steps'> {
  return {
    kind: 'street-duty-admission',
    command: 'apply',
    area: '五华区',
    by: { unit, role: 'clerk' },
    daysAgo,
    data: {
      taskKind: 'other',
      beginsOn: { daysAgo: Math.floor(daysAgo) - 30 },
      endsOn: { daysAgo: -200 },
      money: 12,
      moneyDueOn: { daysAgo: Math.floor(daysAgo) - 40 },
      people: 2,
      streets: { units: streets },
      ...data,
    },
  }
}

function heard(department: string, those = streets): readonly SampleStep[] {
  return those.flatMap((unit): readonly SampleStep[] => [
    {
      command: `heard/${unit}/answer`,
      by: { unit, role: 'head' },
      after: 1,
      data: { conclusion: 'conditional', opinion: '请同步划转经费，并明确部门驻点人员。' },
    },
    {
      command: `heard/${unit}/weigh`,
      by: { unit: department, role: 'clerk' },
      after: 0.2,
      data: { outcome: 'adopted' },
    },
  ])
}

function signs(unit: string, after = 1): SampleStep {
  return { command: `approver/${unit}/agree`, by: { unit, role: 'leader' }, after }
}

function submits(department: string): SampleStep {
  return { command: 'submit', by: { unit: department, role: 'clerk' }, after: 0.5 }
}

function paid(department: string, moneyArrived: number, moneyArrivedOn: SampleValue): SampleStep {
  const by = { unit: department, role: 'clerk' } as const
  return { command: 'recordMoney', by, after: 6, data: { moneyArrived, moneyArrivedOn } }
}

/** Applications in every stage: in force, on its way, refused, waiting for its money. */
export const admissionSamples: readonly Sample[] = [
  {
    ...applied(management, 118.3, {
      matter: '夜间摊区疏导点秩序维护',
      basis: '《城市市容和环境卫生管理条例》',
      reason: '疏导点分布在背街，需街道协调社区和商户自治小组共同维护',
    }),
    name: 'stalls',
    steps: [
      ...heard(management),
      submits(management),
      ...reviewing.map((unit) => signs(unit)),
      paid(management, 12, { daysAgo: 104 }),
    ],
  },
  {
    ...applied('五华区市场监督管理局', 12.3, {
      matter: '老旧电梯安全入户宣传',
      basis: '《特种设备安全监察条例》',
      reason: '老旧小区住户多、联系难，需社区工作者一起上门',
      money: 6,
      moneyDueOn: { daysAgo: -30 },
      beginsOn: { daysAgo: -10 },
      people: 1,
    }),
    steps: [
      ...heard('五华区市场监督管理局'),
      submits('五华区市场监督管理局'),
      signs('中共五华区委员会'),
    ],
  },
  {
    ...applied('五华区民政局', 66.3, {
      matter: '养老补贴人员逐户现场核验',
      basis: '年度工作要点',
      reason: '希望由街道组织社区逐户核验',
      money: 0,
      people: 0,
    }),
    steps: [
      ...heard('五华区民政局'),
      submits('五华区民政局'),
      {
        command: 'approver/五华区人民政府/disagree',
        by: { unit: '五华区人民政府', role: 'leader' },
        after: 2,
        data: { note: '可以通过信息比对完成，不应由街道逐户核验。' },
      },
    ],
  },
  {
    ...applied('五华区应急管理局', 48.3, {
      matter: '沿街小餐饮燃气报警器安装登记',
      basis: '《城镇燃气管理条例》',
      reason: '小餐饮门店数量多，需街道协助摸清底数',
      money: 18,
      moneyDueOn: { daysAgo: 12 },
      people: 3,
    }),
    steps: [
      ...heard('五华区应急管理局'),
      submits('五华区应急管理局'),
      ...reviewing.map((unit) => signs(unit)),
    ],
  },
  {
    ...applied('五华区教育体育局', 3.3, {
      matter: '社区健身设施使用情况登记',
      basis: '《全民健身条例》',
      reason: '设施分布在各小区，需社区协助核对',
      money: 4,
      moneyDueOn: { daysAgo: -40 },
      beginsOn: { daysAgo: -20 },
    }),
    steps: heard('五华区教育体育局').slice(0, 2),
  },
]

const clerk = { unit: '华山街道办事处', role: 'clerk' } as const
const sender = { unit: management, role: 'clerk' } as const

function task(title: string, daysAgo: number, more: SampleData): Omit<Sample, 'steps'> {
  return {
    kind: 'street-task',
    command: 'send',
    area: '五华区',
    by: sender,
    daysAgo,
    data: {
      title,
      matter: '请按清单职责安排，办结后反馈情况，有困难及时说明。',
      taskKind: 'other',
      street: { unit: '华山街道办事处' },
      ...more,
    },
  }
}

/** Tasks under the list and under an admission, and what streets said of others. */
export const streetTaskSamples: readonly Sample[] = [
  {
    ...task('疏导点周末秩序巡查', 60.3, {
      admission: { sample: 'stalls' },
      dueOn: { daysAgo: 50 },
    }),
    steps: [
      { command: 'accept', by: clerk, after: 0.2 },
      { command: 'report', by: clerk, after: 6, data: { result: '三处疏导点周末均有人值守。' } },
      { command: 'confirm', by: sender, after: 1 },
    ],
  },
  {
    ...task('背街清扫保洁回头看', 8.3, { dutyItem: { duty: '3.3' }, dueOn: { daysAgo: -6 } }),
    steps: [{ command: 'accept', by: clerk, after: 0.3 }],
  },
  task('国庆前小广告集中清理', 1.2, { dutyItem: { duty: '3.6' }, dueOn: { daysAgo: -12 } }),
  {
    ...task('疏导点商户信息更新', 5.3, {
      admission: { sample: 'stalls' },
      dueOn: { daysAgo: -3 },
    }),
    steps: [
      { command: 'accept', by: clerk, after: 0.2 },
      { command: 'report', by: clerk, after: 2, data: { result: '四十六户已更新。' } },
    ],
  },
  {
    kind: 'refused-task',
    command: 'report',
    area: '五华区/华山街道',
    by: clerk,
    daysAgo: 40.3,
    data: {
      title: '每日上报企业用电数据',
      street: { unit: '华山街道办事处' },
      department: { unit: '五华区应急管理局' },
      account: '在工作群里要求每日填报，没有清单依据，也没有准入。',
    },
    steps: [
      {
        command: 'answer',
        by: { unit: '五华区委组织部', role: 'clerk' },
        after: 4,
        data: {
          outcome: 'withdrawn',
          answer: '已与应急管理局核实，停止填报，数据由部门自行调取。',
        },
      },
    ],
  },
  {
    kind: 'refused-task',
    command: 'report',
    area: '五华区/护国街道',
    by: { unit: '护国街道办事处', role: 'head' },
    daysAgo: 3.4,
    data: {
      title: '代发年度纳税辅导通知',
      street: { unit: '护国街道办事处' },
      department: { unit: '五华区市场监督管理局' },
      account: '电话要求社区逐户发放通知，与已取消的任务相同。',
    },
  },
]
