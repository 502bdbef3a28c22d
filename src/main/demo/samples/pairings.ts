import type { Sample, SampleStep, Who } from './sample.ts'
import { communities, type Owner } from './secretaries.ts'

const needs = [
  ['上下楼不便，需要代办', '代办老年优待证'],
  ['孩子放学没人接，需要托管', '联系社区四点半课堂'],
  ['就医不便，需要陪同', '陪同到医院办慢病手续'],
  ['家电老旧，需要安全检查', '检查线路，换两处老化插座'],
] as const

const helpers = ['民政局', '城市管理局', '水务局', '司法局', '市场监督管理局'] as const

/** Pairs that somebody agreed to, and some to which they did not; nobody is named. */
export const pairingSamples: readonly Sample[] = communities.flatMap((owner, at) => [
  pair(owner, at),
  pair(owner, at + 10),
])

function pair({ unit, area, office }: Owner, at: number): Sample {
  const [title, need] = needs[at % needs.length] ?? needs[0]
  const district = at % 10 < 5 ? '五华区' : '盘龙区'
  const helperUnit = at % 6 === 5 ? office.unit : `${district}${helpers[at % 5] ?? '民政局'}`
  const helper: Who = { unit: helperUnit, role: 'head' }
  return {
    kind: 'pairing-help',
    command: 'register',
    area,
    by: { unit, role: 'worker' },
    daysAgo: 140.3 - at,
    data: { title, helperUnit: { unit: helperUnit }, person: { contact: 'invented' } },
    steps: at === 19 ? [] : asked(helper, at, need),
  }
}

function asked(helper: Who, at: number, need: string): readonly SampleStep[] {
  const assign: SampleStep = {
    command: 'assign',
    by: { ...helper, role: 'clerk' },
    after: 2,
    data: { helper: { post: helper } },
  }
  if (at === 18) return [assign]
  if (at === 17) return [assign, { command: 'decline', by: 'link', after: 3 }]
  const consentBy = at % 4 === 0 ? 'trustee' : 'self'
  return [
    assign,
    { command: 'consent', by: 'link', after: 3, data: { consentBy } },
    ...helped(helper, need, consentBy),
    ...(at % 3 === 0 ? helped(helper, '上门走一趟，看看还缺什么', consentBy) : []),
    ...(at === 16 ? [{ command: 'leave', by: 'link', after: 5 } as const] : []),
  ]
}

function helped(helper: Who, need: string, consentBy: string): readonly SampleStep[] {
  return [
    { command: 'listHelp', by: helper, after: 6, data: { need } },
    { command: 'reportDone', by: helper, after: 7, data: { done: '已办好，当面交代清楚' } },
    { command: 'confirmHelp', by: 'link', after: 2, data: { consentBy } },
  ]
}
