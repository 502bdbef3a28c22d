import { area, head, host, streets } from './appraisal-cast.ts'
import type { Sample, SampleStep } from './sample.ts'

const dropped: readonly SampleStep[] = [
  { command: 'drop', by: head, after: 1, data: { reason: '书记到任不满半年，本年度不评定' } },
]

/** Last year's grades: entered by a person with reasons, without objection; one was not graded. */
export const lastRatings: readonly Sample[] = streets.map((street, place) => ({
  kind: 'appraisal-rating',
  command: 'prepare',
  area,
  by: head,
  daysAgo: 360.3,
  name: `rating-last|${street}`,
  data: { year: { yearAgo: 406 }, unit: { unit: street } },
  steps: place === streets.length - 1 ? dropped : rated(street, place),
}))

function rated(street: string, place: number): readonly SampleStep[] {
  return [
    {
      command: 'rate',
      by: host,
      after: 1,
      data: {
        grade: place % 3 === 0 ? 'good' : 'fairlyGood',
        reasons: '述职讲得实，点评指出的问题有措施、有人负责',
      },
    },
    { command: 'accept', by: { unit: street, role: 'secretary' }, after: 1 },
  ]
}
