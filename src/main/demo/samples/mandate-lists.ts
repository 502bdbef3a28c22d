import type { Sample, SampleStep, Who } from './sample.ts'

const keeper: Who = { unit: '市委编办', role: 'arbiter' }
const decider: Who = { unit: '中共昆明市委员会', role: 'leader' }
const first = ['华山街道办事处', '护国街道办事处', '拓东街道办事处']

function item(number: string, name: string, [version, daysAgo]: readonly [string, number]): Sample {
  return {
    name: `duty ${number}`,
    kind: 'duty-item',
    command: 'draft',
    area: '昆明市',
    by: keeper,
    daysAgo,
    data: {
      version: { sample: version },
      number,
      name,
      block: '社区建设',
      type: 'basic',
      lead: 'street',
      basis: '《关于加强基层治理体系和治理能力现代化建设的意见》',
      validFrom: { daysAgo: 95 },
    },
  }
}

function opinions(conclusion: string): readonly SampleStep[] {
  return first.flatMap((unit): readonly SampleStep[] => [
    {
      command: `heard/${unit}/answer`,
      by: { unit, role: 'head' },
      after: 1,
      data: { conclusion, opinion: '与街道现有承接能力相符。' },
    },
    {
      command: `heard/${unit}/weigh`,
      by: keeper,
      after: 0.1,
      data: { outcome: 'adopted' },
    },
  ])
}

const consult: SampleStep = {
  command: 'consult',
  by: keeper,
  after: 2,
  data: { heard: { units: first } },
}

/** A version of the duty list that was published, and the next one on its way. */
export const mandateListSamples: readonly Sample[] = [
  {
    name: 'version one',
    kind: 'list-version',
    command: 'draft',
    area: '昆明市',
    by: keeper,
    daysAgo: 112.3,
    data: {
      list: 'street-duty',
      name: '街道职责清单第一次修订',
      basis: '市委关于规范街道职责的工作方案',
    },
    steps: [
      consult,
      ...opinions('agree'),
      { command: 'submit', by: keeper, after: 1 },
      {
        command: 'decide',
        by: decider,
        after: 3,
        data: { documentNumber: '昆编发〔2026〕12号' },
      },
      { command: 'publish', by: keeper, after: 1 },
    ],
  },
  item('4.31', '老旧小区居民自管小组培育', ['version one', 112]),
  item('4.32', '楼院公共空间议事协商', ['version one', 111.9]),
  {
    name: 'version two',
    kind: 'list-version',
    command: 'draft',
    area: '昆明市',
    by: keeper,
    daysAgo: 9.3,
    data: {
      list: 'street-duty',
      name: '街道职责清单第二次修订',
      basis: '年度评估后的调整方案',
    },
    steps: [
      {
        command: 'proposeChange',
        of: 'duty 4.31',
        by: keeper,
        after: 0.5,
        data: { version: { sample: 'version two' }, name: '老旧小区自管小组培育与物业衔接' },
      },
      {
        command: 'proposeEnd',
        of: 'duty 4.32',
        by: keeper,
        after: 0.1,
        data: { version: { sample: 'version two' }, endReason: '并入社区议事协商事项' },
      },
      consult,
      ...opinions('amend').slice(0, 1),
    ],
  },
  item('4.33', '社区小微空间更新的居民意见征集', ['version two', 9.2]),
]
