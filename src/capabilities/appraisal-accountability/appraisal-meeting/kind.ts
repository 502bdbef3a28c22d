import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { Party, RecordState } from '../../../kernel/record.ts'
import {
  cityMaySet,
  committee,
  host,
  hostSeat,
  office,
  officeSeat,
  officials,
  starter,
  trustedOffice,
} from '../reviewing.ts'
import { ballot } from './ballot.ts'
import { basis, fields } from './fields.ts'
import { effects, setters, wasRemarkedOn } from './parts.ts'
import { parties } from './parties.ts'
import { rules } from './rules.ts'
import { states } from './states.ts'

const { title, year, scope, cycle, startAt, endAt, spot } = fields
const planning = { title, year, scope, cycle, startAt, endAt, spot } as const

/**
 * 述职评议会: run live from one sheet. One report, one comment, then the next; every comment names
 * problems, and each is put right as a record of its own. It does not end while a report lacks its
 * comment.
 */
export const appraisalMeeting = defineKind({
  name: 'appraisal-meeting',
  label: '述职评议会',
  group: 'appraisal-accountability',
  systems: ['one-report-one-review', 'superior-attendance'],
  version: 1,
  about: '书记述职评议会：一述一评，点评指问题，问题转整改；上级派员列席并点评。',
  fields,
  title: 'title',
  slots: { k1: 'scope', k2: 'cycle', k3: 'attendance', n1: 'host', n2: 'year', t1: 'startAt' },
  searched: ['title', 'spot'],
  relations: {
    starter,
    host,
    office,
    committee,
    trustedOffice,
    reporter: { label: '述职单位', roles: officials, is: { party: 'reporter' } },
    observer: { label: '列席的上级', roles: officials, is: { party: 'observer' } },
    upper: {
      label: '本级和上级党委、组织部门',
      roles: officials,
      is: { unitType: ['committee', 'organisation', 'street'], over: 'place' },
    },
  },
  see: ['host', 'reporter', 'upper'],
  seats: { host: hostSeat, office: officeSeat },
  responsible: 'host',
  starts: {
    plan: {
      label: '筹备述职评议会',
      by: ['starter'],
      input: planning,
      requires: ['liesAhead', 'isOwnCycle'],
      records: 'AppraisalMeetingPlanned',
      says: '筹备述职评议会，{startAt}，{spot}',
      keeps: Object.keys(planning),
      sets: ['actsForCommittee', 'keepsDay'],
      to: 'planning',
    },
  },
  states,
  parties,
  clocks: {
    begin: {
      label: '会议日期',
      stages: [{ limit: { until: 'day' }, asks: 'noteUnopened' }],
      runs: ['planning', 'notified'],
      restarts: ['AppraisalMeetingMoved'],
      basis: '通知的会议日期',
    },
    finish: {
      label: '散会',
      stages: [{ limit: { parameter: 'appraisal.finish' }, asks: 'noteUnfinished' }],
      runs: ['holding'],
      basis: cityMaySet,
    },
    minutes: {
      label: '会议纪要',
      stages: [{ limit: { parameter: 'appraisal.minutes' }, asks: 'noteMinutesLate' }],
      runs: ['minuting'],
      basis: cityMaySet,
    },
  },
  mainClock: 'begin',
  appointment: { from: 'startAt', to: 'endAt', where: 'spot', parties: ['reporter', 'observer'] },
  documents: {
    minutes: {
      label: '会议纪要',
      heading: '{title}纪要',
      parts: [
        { heading: '会议情况', field: 'minutes' },
        { heading: '述职和点评', parties: 'reporter', columns: ['form', 'comment'] },
        {
          heading: '点评指出的问题',
          behind: 'appraisal-problem',
          by: 'meeting',
          columns: ['unit', 'dueOn'],
          as: 'table',
        },
        { heading: '上级列席', parties: 'observer', columns: ['opinion'] },
      ],
      signs: { seat: 'host', day: 'day' },
    },
  },
  ballot,
  countedBy: 'scope',
  facts: {
    reports: {
      kind: 'secretary-report',
      where: { cycle: { field: 'cycle' } },
      states: ['reviewed'],
      want: 'list',
    },
    plannedCycle: { kind: 'appraisal-cycle', where: { id: { input: 'cycle' } }, want: 'first' },
    meetingCycle: {
      kind: 'appraisal-cycle',
      where: { id: { field: 'cycle' } },
      states: ['meeting'],
      want: 'exists',
    },
  },
  rules,
  setters,
  effects,
  counters: {
    held: { label: '已召开的地方述职会', cohort: isHeld('area') },
    attended: {
      label: '上级列席并点评的地方述职会',
      cohort: (record) => isHeld('area')(record) && wasRemarkedOn(record),
    },
    organsAttended: {
      label: '上级列席并点评的机关、企业、学校、医院述职会',
      cohort: (record) => isHeld('organ')(record) && wasRemarkedOn(record),
    },
    reported: { label: '述职', party: 'reporter', counts: hasReported },
    commented: {
      label: '述职后有点评',
      party: 'reporter',
      counts: ({ state }) => state === 'commented',
    },
    organsOnsite: {
      label: '机关、企业、学校、医院现场述职',
      party: 'reporter',
      counts: (party, record) =>
        record.fields['scope'] === 'organ' &&
        party.fields['form'] === 'onsite' &&
        hasReported(party),
    },
  },
  parameters: {
    'appraisal.speech': limitParameter('每人述职时间', { qty: 10, unit: 'minute' }),
    'appraisal.comment': limitParameter('述职后点评时限', { qty: 30, unit: 'minute' }),
    'appraisal.finish': limitParameter('述职评议会散会时限', { qty: 12, unit: 'hour' }),
    'appraisal.minutes': limitParameter('述职评议会纪要时限', { qty: 5, unit: 'working-day' }),
    'appraisal.fullAttendance': {
      label: '上级全覆盖列席的范围',
      type: 'choice',
      options: [
        { value: 'area', label: '地方党组织述职会' },
        { value: 'all', label: '全部述职会' },
        { value: 'none', label: '不要求全覆盖' },
      ],
      default: 'area',
      basis,
    },
  },
})

function isHeld(scopeName: string) {
  return ({ state, fields: own }: RecordState) =>
    ['minuting', 'closed'].includes(state) && own['scope'] === scopeName
}

function hasReported({ state }: Party): boolean {
  return state === 'reported' || state === 'commented'
}
