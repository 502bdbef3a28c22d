import type { Sample, SampleStep, Who } from './sample.ts'

const area = 530_102
const year = 2026
const organisation: Who = { unit: '五华区委组织部', role: 'head' }
const secretary: Who = { unit: '中共五华区委员会', role: 'secretary' }

type Grade = 'good' | 'fairlyGood' | 'average' | 'poor'
type Rating = {
  readonly street: string
  readonly grade?: Grade
  readonly reasons?: string
  /** What the one it is about said to it. */
  readonly says?: 'accepts' | 'objects' | 'waits'
}

const ratings: readonly Rating[] = [
  rated('华山街道', 'good', '小区党组织覆盖提升，问题全部按期销号'),
  rated('护国街道', 'good', '商圈共建项目见效，居民反映较好'),
  rated('大观街道', 'fairlyGood', '网格减负推进较快，仍有报表未清'),
  rated('龙翔街道', 'fairlyGood', '诉求办理及时，重复诉求有所下降'),
  rated('丰宁街道', 'average', '点评指出的问题超期没有整改到位'),
  rated('莲华街道', 'fairlyGood', '新就业群体服务有探索，底数仍不清'),
  { ...rated('红云街道', 'average', '业委会组建进度明显落后'), says: 'objects' },
  { ...rated('黑林铺街道', 'fairlyGood', '村改社区工作平稳，班子结构待优化'), says: 'waits' },
  { street: '普吉街道' },
]

const sheets: readonly (readonly [street: string, rank: number])[] = [
  ['华山街道', 1],
  ['护国街道', 2],
  ['大观街道', 3],
  ['丰宁街道', 10],
]

/** After the meeting of a district's ten streets: grades entered by people, who objected and was
 *  answered, who was interviewed, and each unit's one sheet of results. */
export const appraisalRatingSamples: readonly Sample[] = [
  ...ratings.map(ratingSample),
  ...sheets.map(([street, rank]) => sheetSample(street, rank)),
  {
    kind: 'interview',
    command: 'proposeByHand',
    area,
    by: organisation,
    daysAgo: 28,
    data: {
      year,
      unit: { unit: '西翥街道办事处' },
      facts: '两项整改逾期一个月，提醒后没有进展',
    },
    steps: talk('西翥街道', { isSettled: true }),
  },
]

function rated(street: string, grade: Grade, reasons: string): Rating {
  return { street, grade, reasons, says: 'accepts' }
}

function ratingSample({ street, grade, reasons, says }: Rating): Sample {
  return {
    name: `rating-${street}`,
    kind: 'appraisal-rating',
    command: 'prepare',
    area,
    by: organisation,
    daysAgo: says === 'waits' ? 2 : 16,
    data: { year, unit: { unit: `${street}办事处` } },
    steps:
      grade === undefined
        ? []
        : [
            { command: 'rate', by: secretary, after: 1, data: { grade, reasons: reasons ?? '' } },
            ...answered(street, grade, says),
          ],
  }
}

function answered(street: string, grade: Grade, says: Rating['says']): readonly SampleStep[] {
  const by = own(street)
  if (says === 'waits') return []
  if (says === 'objects')
    return [
      {
        command: 'object',
        by,
        after: 1,
        data: { objection: '三个小区的业委会已在上月备案，统计未计入' },
      },
      {
        command: 'change',
        by: secretary,
        after: 2,
        data: {
          grade: 'fairlyGood',
          reasons: '核实三个业委会已经备案，进度与其他街道相当',
          answer: '经核实，意见属实，予以改评',
        },
      },
    ]
  if (grade !== 'average') return [{ command: 'accept', by, after: 1 }]
  const name = `interview-${street}`
  return [
    { command: 'accept', by, after: 1, opens: { kind: 'interview', name } },
    ...talk(street, { of: name }),
  ]
}

function talk(
  street: string,
  how: { readonly of?: string; readonly isSettled?: true },
): readonly SampleStep[] {
  const of = how.of === undefined ? {} : { of: how.of }
  const held: readonly SampleStep[] = [
    { ...of, command: 'approve', by: secretary, after: 1 },
    {
      ...of,
      command: 'speak',
      by: own(street),
      after: 0.5,
      data: { view: '认识到问题，会逐项倒排工期' },
    },
    {
      ...of,
      command: 'hold',
      by: organisation,
      after: 1,
      data: {
        heldOn: { daysAgo: how.isSettled === true ? 26 : 12 },
        by: '区委组织部部长',
        notes: '当面了解问题没有整改到位的原因，听取本人说明',
        demands: '逐项明确责任人，按月报进展',
        dueOn: { daysAgo: how.isSettled === true ? 5 : -30 },
      },
    },
  ]
  if (how.isSettled !== true) return held
  return [
    ...held,
    {
      ...of,
      command: 'report',
      by: own(street),
      after: 15,
      data: { result: '两项均已整改，居民已知晓' },
    },
    {
      ...of,
      command: 'settle',
      by: organisation,
      after: 3,
      data: { recheck: '实地看过，整改到位' },
    },
  ]
}

function sheetSample(street: string, rank: number): Sample {
  const entries: readonly (readonly [string, string, string])[] = [
    ['enterPerformance', 'performance', '列入领导班子实绩考核党建部分，占三成'],
    ['enterAppraisal', 'appraisal', '作为述职等次评定的依据之一'],
    ['enterInspection', 'inspection', `WH-${year}-${String(rank).padStart(2, '0')}`],
  ]
  return {
    kind: 'result-sheet',
    command: 'draw',
    area,
    by: organisation,
    daysAgo: 10,
    data: { year, unit: { unit: `${street}办事处` } },
    steps: [
      { command: 'issue', by: organisation, after: 1, data: { rank, ranked: 10 } },
      ...entries.map(([command, field, words]) => ({
        command,
        by: organisation,
        after: 0.5,
        data: { [field]: words },
      })),
      ...(rank === 3 ? [] : [{ command: 'close', by: organisation, after: 2 }]),
    ],
  }
}

function own(street: string): Who {
  return { unit: `${street}办事处`, role: 'secretary' }
}
