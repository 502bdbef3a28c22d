import { area, head, host, minute, office, required, section, streets } from './appraisal-cast.ts'
import { problemOf, remarkOf } from './appraisal-words.ts'
import type { Sample, SampleStep, Who } from './sample.ts'

/** The meeting of last year's reports, each told, commented on and marked item by item. */
export const lastMeeting: Sample = {
  kind: 'appraisal-meeting',
  command: 'plan',
  area,
  by: office,
  daysAgo: 380.3,
  name: 'meeting-last',
  data: {
    title: '五华区街道党工委书记年度述职评议会',
    year: { yearAgo: 406 },
    scope: 'area',
    cycle: { sample: 'cycle-last' },
    startAt: { dayAgo: 375, at: '09:00' },
    endAt: { dayAgo: 375, at: '17:00' },
    spot: '区委礼堂',
  },
  steps: [
    { command: 'takeReporters', by: office, after: 0.1 },
    { command: 'notify', by: office, after: 0.1 },
    { command: 'open', by: office, after: 5.1 },
    ...streets.flatMap(reports),
    { command: 'finish', by: office, after: minute },
    {
      command: 'close',
      by: office,
      after: 1,
      data: { minutes: '十个街道逐一述职、逐一点评，指出的问题转入整改。' },
    },
    { command: 'startRectifying', by: office, after: 1, of: 'cycle-last' },
    ...streets.flatMap(putsRight),
    { command: 'close', by: office, after: 80, of: 'cycle-last' },
  ],
}

function reports(street: string, place: number): readonly SampleStep[] {
  const asked = (command: string): SampleStep => ({
    command: `reporter/${street}/${command}`,
    by: host,
    after: 5 * minute,
  })
  const isWritten = place === streets.length - 1
  return [
    ...(isWritten ? [] : [asked('begin'), asked('end')]),
    {
      ...asked('comment'),
      data: { comment: `${remarkOf(place)}希望明年用数说话。`, problems: problemOf(place) },
      opens: { kind: 'appraisal-problem', name: `problem-last|${street}` },
    },
    ...required.map((sort) => ({
      command: 'remark',
      by: head,
      after: minute,
      of: section('last', street, sort),
      data: { remark: remarkOf(place), mark: place % 3 === 0 ? 'good' : 'fair' },
    })),
  ]
}

/** What the meeting pointed out is claimed and put right; the first street's goes on into this year. */
function putsRight(street: string, place: number): readonly SampleStep[] {
  const of = `problem-last|${street}`
  const by: Who = { unit: street, role: 'clerk' }
  const claim: SampleStep = {
    command: 'claim',
    by,
    after: 0.1,
    of,
    data: {
      measures: '逐小区摸底，列出清单，按月推进',
      lead: '党工委副书记',
      dueOn: { daysAgo: 330 },
    },
  }
  if (place === 0) return [claim]
  return [
    claim,
    {
      command: 'submit',
      by,
      after: 0.9,
      of,
      data: { evidence: '清单所列事项已经办完，向居民公布过' },
    },
    {
      command: 'accept',
      by: office,
      after: 0.2,
      of,
      data: { reason: '实地看过，属实', lookBackOn: { daysAgo: 300 } },
    },
  ]
}
