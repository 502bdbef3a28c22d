import type { Sample, SampleStep, Who } from './sample.ts'
import { demoStreets, type DemoStreet } from './street-by-district.ts'

const desk: Who = { unit: '五华区诉求处置中心', role: 'dispatcher' }
const streets = demoStreets().filter(({ district }) => district === 530_102)

type Case = {
  readonly detail: string
  readonly ground: string
  readonly evidence: string
  readonly steps: readonly (readonly [command: string, data: Readonly<Record<string, string>>])[]
}

const cases: readonly Case[] = [
  {
    detail: '房屋漏水的赔偿一直谈不拢，希望街道判定责任。',
    ground: 'procedure',
    evidence: '双方已向法院起诉并立案，立案通知书附后，责任由法院判定。',
    steps: [['accept', { opinion: '已核对立案通知书，属诉讼程序中的事项。' }]],
  },
  {
    detail: '路口公交站台迁走后换乘不便，希望迁回。',
    ground: 'outside',
    evidence: '站台归市公交线网规划调整，不属街道和区管辖，附线网调整公告。',
    steps: [
      ['accept', { opinion: '线网调整由市级决定，街道无权办理。' }],
      ['revoke', { reason: '经查街道可以配合设置临时指引，应当计入。' }],
    ],
  },
  {
    detail: '小区停电通知贴得太晚，冰箱里的东西坏了。',
    ground: 'mass',
    evidence: '同一次停电共来件四十余件，已由供电单位统一答复。',
    steps: [['refuse', { opinion: '通知张贴属街道和物业职责，不属同一事件的重复来件。' }]],
  },
  {
    detail: '老旧小区加装电梯意见不一，希望尽快开工。',
    ground: 'historic',
    evidence: '已列入老旧小区改造计划并批准挂账，附挂账审批表。',
    steps: [],
  },
]

/** Appeals that streets ask to leave out of the rates: left out, brought back, refused, waiting. */
export const exclusionSamples: readonly Sample[] = cases.flatMap((one, index) => {
  const street = streets[index]
  return street === undefined ? [] : [appeal(one, street, index), request(one, street, index)]
})

function appeal({ detail }: Case, street: DemoStreet, index: number): Sample {
  const own: Who = { unit: street.unit, role: 'clerk' }
  // In half of the demo city's streets the head sees answers before they go out.
  const approve: SampleStep = {
    command: 'approve',
    by: { unit: street.unit, role: 'head' },
    after: 0.2,
  }
  return {
    name: nameOf(index),
    kind: 'resident-appeal',
    command: 'register',
    area: street.area,
    by: desk,
    daysAgo: 44.3 - index,
    data: { detail, channel: 'phone', category: '0101', reporter: { contact: 'invented' } },
    steps: [
      {
        command: 'dispatch',
        by: desk,
        after: 0.05,
        data: { lead: { unit: street.unit }, category: '0101', limitClass: 'general' },
      },
      { command: 'sign', by: own, after: 0.05 },
      { command: 'contact', by: own, after: 0.1, data: { how: 'phone' } },
      {
        command: 'submitAnswer',
        by: own,
        after: 3,
        data: { publicAnswer: '已上门了解情况，能办的已经办理，其余向您说明了办理的单位和程序。' },
      },
      ...(street.area % 2 === 1 ? [approve] : []),
      { command: 'judge', by: 'link', after: 1, data: { solved: 'partly', responded: true } },
    ],
  }
}

function request({ ground, evidence, steps }: Case, street: DemoStreet, index: number): Sample {
  return {
    kind: 'exclusion-request',
    command: 'request',
    area: street.area,
    by: { unit: street.unit, role: 'clerk' },
    daysAgo: steps.length === 0 ? 1.3 : 36.3 - index,
    data: { appeal: { sample: nameOf(index) }, ground, evidence },
    steps: steps.map(([command, data]) => ({
      command,
      by: { unit: street.supervision, role: 'supervisor' },
      after: 2,
      data,
    })),
  }
}

function nameOf(index: number): string {
  return `appeal to leave out ${index}`
}
