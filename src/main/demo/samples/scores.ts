import { host, office, streets } from './appraisal-cast.ts'
import { unitNamed } from './names.ts'
import type { Sample, SampleStep, Who } from './sample.ts'

const area = '五华区'
const checker: Who = { unit: '五华区委组织部', role: 'head' }
const leader: Who = { ...host, role: 'leader' }

const responded = {
  label: '诉求响应率',
  indicator: 'N13#responded',
  points: 40,
  full: 0.98,
  zero: 0.7,
  adjust: 'none',
}
const solved = {
  ...responded,
  label: '诉求解决率',
  indicator: 'N13#solved',
  points: 60,
  full: 0.9,
  zero: 0.4,
}
const closed = {
  ...responded,
  label: '吹哨按期办结率',
  indicator: 'N14#closing',
  points: 20,
  full: 0.95,
  zero: 0.6,
}

const results = {
  kind: 'score-result',
  name: 'score',
  each: ['unit'],
} as const

/** A district scores its streets: the sheet they were heard on, a round that was published, one unit
 *  that had a line looked at again, a round that waits to be published, and the sheet's next version. */
export const scoreSamples: readonly Sample[] = [
  {
    name: 'scoring sheet',
    kind: 'scoring-sheet',
    command: 'draft',
    area,
    by: office,
    daysAgo: 64.3,
    data: {
      name: '五华区街道接诉即办评分表',
      basis: '区委关于完善基层考核评价的意见',
      subjects: 'streets',
    },
    steps: [
      { command: 'addItem', by: office, after: 0.02, data: responded },
      { command: 'addItem', by: office, after: 0.02, data: solved },
      { command: 'consult', by: office, after: 0.1, data: { heard: { units: streets } } },
      ...streets.flatMap(opinion),
      { command: 'submit', by: office, after: 0.2 },
      {
        command: 'decide',
        by: leader,
        after: 2,
        data: { documentNumber: '五发〔2026〕16号' },
      },
      { command: 'publish', by: office, after: 0.5 },
    ],
  },
  round('first', { daysAgo: 12.3, from: 150, to: 31 }, [
    { command: 'publish', by: checker, after: 1, opens: results },
    { command: 'accept', by: own(0), after: 1, of: resultOf(0) },
    {
      command: 'appeal',
      by: own(1),
      after: 1,
      of: resultOf(1),
      data: { contested: ['2'], objection: '有两件已在回访前办结，登记为未解决，请核对回访记录。' },
    },
    {
      command: 'uphold',
      by: leader,
      after: 2,
      of: resultOf(1),
      data: { answer: '已调回访记录核对，两件均由诉求人本人评价为未解决，维持原分。' },
    },
    {
      command: 'appeal',
      by: own(2),
      after: 2,
      of: resultOf(2),
      data: { contested: ['1'], objection: '三件在时限内已电话联系，未登记，附通话登记。' },
    },
  ]),
  round('second', { daysAgo: 1.2, from: 90, to: 3 }, []),
  {
    kind: 'scoring-sheet',
    command: 'draft',
    area,
    by: office,
    daysAgo: 4.3,
    data: {
      name: '五华区街道接诉即办评分表',
      basis: '第一次评分后按街道意见修订',
      subjects: 'streets',
      replaces: { sample: 'scoring sheet' },
    },
    steps: [
      { command: 'addItem', by: office, after: 0.02, data: responded },
      {
        command: 'addItem',
        by: office,
        after: 0.02,
        data: { ...solved, full: 1.1, zero: 0.7, adjust: 'difficulty' },
      },
      { command: 'addItem', by: office, after: 0.02, data: closed },
    ],
  },
]

function opinion(unit: string, index: number): readonly SampleStep[] {
  const objects = index === 3
  return [
    {
      command: `heard/${unit}/answer`,
      by: { unit, role: 'head' },
      after: 0.3,
      data: objects
        ? { conclusion: 'amend', opinion: '老旧小区多的街道解决起来更难，建议按难度调整。' }
        : { conclusion: 'agree' },
    },
    {
      command: `heard/${unit}/weigh`,
      by: office,
      after: 0.05,
      data: objects
        ? { outcome: 'notAdopted', why: '先按原口径评一次，下一版按难度调整。' }
        : { outcome: 'adopted' },
    },
  ]
}

function round(
  name: string,
  when: { readonly daysAgo: number; readonly from: number; readonly to: number },
  steps: readonly SampleStep[],
): Sample {
  return {
    name: `score round ${name}`,
    kind: 'score-round',
    command: 'draw',
    area,
    by: office,
    daysAgo: when.daysAgo,
    data: {
      sheet: { sample: 'scoring sheet' },
      from: { daysAgo: when.from },
      to: { daysAgo: when.to },
      units: { units: streets },
    },
    steps,
  }
}

function own(index: number): Who {
  return { unit: streets[index] ?? '', role: 'head' }
}

function resultOf(index: number): string {
  return `${results.name}|${unitNamed(streets[index] ?? '')}`
}
