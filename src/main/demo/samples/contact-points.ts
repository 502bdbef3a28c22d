import type { Sample, SampleStep, Who } from './sample.ts'
import { committees, communities, ofYear, type Owner, streets } from './secretaries.ts'

/** Contact points of the year; one street has none, one has not been visited for long. */
export const contactPointSamples: readonly Sample[] = [
  ...streets.flatMap((owner, at) => {
    const below = communities[at]
    return at === 8 || below === undefined ? [] : [point(owner, at, below)]
  }),
  ...committees.flatMap((owner, at) => {
    const below = streets[at * 5]
    return below === undefined ? [] : [point(owner, at, below)]
  }),
  ...communities.flatMap((owner, at) => (at % 4 === 3 ? [] : [point(owner, at)])),
]

function point(owner: Owner, at: number, below?: Owner): Sample {
  const daysAgo = 155.4 - at * 0.6
  return ofYear(owner, {
    kind: 'secretary-contact-point',
    command: 'build',
    daysAgo,
    data: {
      title: below === undefined ? `第${'一二三四五'[at % 5] ?? '一'}网格党支部` : below.unit,
      ...(below === undefined ? {} : { point: { unit: below.unit } }),
    },
    steps: at === 5 ? [] : helped(owner.secretary, below?.secretary ?? owner.office, daysAgo),
  })
}

function helped(secretary: Who, confirmer: Who, begun: number): readonly SampleStep[] {
  return [
    visit({ by: secretary, after: 12, ago: begun - 12 }, '和支部党员座谈，问了活动场所和骨干'),
    {
      command: 'raiseProblem',
      by: secretary,
      after: 0.1,
      data: { problem: '支部没有固定活动场所，晚上进不了活动室' },
    },
    visit({ by: secretary, after: 40, ago: begun - 52.1 }, '看活动室腾退，现场定钥匙由谁管'),
    {
      command: 'confirmSolved',
      by: confirmer,
      after: 6,
      data: { how: '腾出一间活动室，晚上由支部轮值开门' },
    },
    visit({ by: secretary, after: 50, ago: begun - 108.1 }, '参加支部主题党日'),
  ]
}

function visit(
  { by, after, ago }: { readonly by: Who; readonly after: number; readonly ago: number },
  did: string,
): SampleStep {
  return { command: 'visit', by, after, data: { day: { daysAgo: Math.ceil(ago) }, did } }
}
