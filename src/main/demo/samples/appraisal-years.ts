import { unitNamed } from './names.ts'
import { area, minute, office, required, section, streets } from './appraisal-cast.ts'
import { lastMeeting } from './appraisal-last-meeting.ts'
import { lastRatings } from './appraisal-last-ratings.ts'
import { bodyOf, partsOf } from './appraisal-words.ts'
import type { Sample, SampleStep, Who } from './sample.ts'

const general = ['promises', 'dispatch'] as const
const lines = ['urban', 'problems', 'promises', 'response', 'plan']

/** Two appraisals of one district: last year's is closed, this year's reports are being written. */
export const appraisalYearSamples: readonly Sample[] = [
  template('street-template', {
    category: 'street',
    title: '街道党工委书记述职模板',
    lines,
    most: 3000,
  }),
  question({ ago: 406, name: 'question-last', title: '老旧小区没人管的怎么管起来' }),
  {
    kind: 'appraisal-cycle',
    command: 'plan',
    area,
    by: office,
    daysAgo: 404.3,
    name: 'cycle-last',
    data: {
      year: { yearAgo: 406 },
      category: 'street',
      meetingOn: { daysAgo: 375 },
      reporters: { units: streets },
      earlier: 8,
    },
    steps: lastYear(),
  },
  lastMeeting,
  ...lastRatings,
  question({ ago: 38, name: 'question-now', title: '新就业群体怎样在社区有事能找、有处能歇' }),
  {
    kind: 'appraisal-cycle',
    command: 'plan',
    area,
    by: office,
    daysAgo: 36.3,
    name: 'cycle-now',
    data: {
      // More than a year after the last cycle's, so that the two never fall into one.
      year: { yearAgo: 40 },
      category: 'street',
      meetingOn: { daysAgo: -12 },
      reporters: { units: streets },
    },
    steps: thisYear(),
  },
  template('community-template', {
    category: 'community',
    title: '社区党组织书记述职模板',
    lines: ['urban', 'problems', 'deeds', 'response', 'plan'],
    most: 2000,
  }),
]

function template(name: string, data: NonNullable<Sample['data']>): Sample {
  const step = { command: 'enact', by: office, after: 1 }
  return {
    kind: 'appraisal-template',
    command: 'draft',
    area,
    by: office,
    daysAgo: 410.3,
    name,
    data,
    steps: [step],
  }
}

function question(given: { ago: number; name: string; title: string }): Sample {
  const isLast = given.ago > 365
  return {
    kind: 'must-answer-question',
    command: 'ask',
    area,
    by: office,
    daysAgo: given.ago + 0.3,
    name: given.name,
    data: {
      title: given.title,
      year: { yearAgo: isLast ? 406 : 40 },
      why: '居民说得多、几家都沾边、一家办不成',
    },
    steps: [
      {
        command: 'progress',
        by: office,
        after: 20,
        data: { progress: '各街道报了底数，选两个街道先试' },
      },
      ...(isLast
        ? [
            {
              command: 'settle',
              by: office,
              after: 25,
              data: { result: '十个街道各有一套管法，三条写进区里的清单' },
            },
          ]
        : []),
    ],
  }
}

/** Every report of last year is written, passed, told, commented on; then the year is closed. */
function lastYear(): readonly SampleStep[] {
  return [
    starts('last', 1),
    ...streets.flatMap((street, place) => [
      ...writes('last', street, place),
      submits('last', street, 0.2),
      approves('last', street, place === streets.length - 1 ? 'written' : 'onsite'),
    ]),
    { command: 'startMeeting', by: office, after: 10 },
  ]
}

/** This year some reports have been passed, some handed in, some are half written. */
function thisYear(): readonly SampleStep[] {
  return [
    starts('now', 1),
    ...streets.flatMap((street, place): readonly SampleStep[] => {
      // The first street's report is left for whoever tries the demo.
      if (place === 0) return writes('now', street, place).slice(0, 3)
      if (place > 6) return writes('now', street, place).slice(0, place - 5)
      const done = [...writes('now', street, place), submits('now', street, 0.3)]
      if (place > 4) return done
      if (place === 4) return [...done, sendsBack(street)]
      return [...done, approves('now', street, 'onsite')]
    }),
  ]
}

function starts(year: string, after: number): SampleStep {
  return {
    command: 'startResearch',
    by: office,
    after,
    opens: [
      { kind: 'secretary-report', name: `report-${year}`, each: ['reporter'] },
      { kind: 'report-section', name: `section-${year}`, each: ['reporter', 'sort'] },
    ],
  }
}

function writes(year: string, street: string, place: number): readonly SampleStep[] {
  const by: Who = { unit: street, role: 'clerk' }
  return [...required, ...general].map((sort) => ({
    command: sort === 'pilot' ? 'writeParts' : 'write',
    by,
    after: 20 * minute,
    of: section(year, street, sort),
    data: sort === 'pilot' ? partsOf(place) : { body: bodyOf(sort, place) },
  }))
}

function submits(year: string, street: string, after: number): SampleStep {
  return {
    command: 'submit',
    by: { unit: street, role: 'secretary' },
    after,
    of: report(year, street),
  }
}

function approves(year: string, street: string, form: string): SampleStep {
  return { command: 'approve', by: office, after: 0.5, of: report(year, street), data: { form } }
}

function sendsBack(street: string): SampleStep {
  return {
    command: 'sendBack',
    by: office,
    after: 0.5,
    of: report('now', street),
    data: { reason: '问题只写了两条，上年点评的一条没有回应' },
  }
}

function report(year: string, street: string): string {
  return `report-${year}|${unitNamed(street)}`
}
