import { type Command, defineKind, type State } from '../../../kernel/kind.ts'
import { staff } from '../owned.ts'
import { noted } from '../reviewed.ts'
import { assigned, fields } from './fields.ts'
import { rules, setters } from './rules.ts'

const listMatter: Command = {
  label: '列一件具体事情',
  by: ['member'],
  input: { matter: { type: 'text', label: '盯住的事', required: true, max: 200 } },
  requires: ['isTheMember'],
  records: 'HearingMatterListed',
  says: '盯住的具体事情：{matter}',
  sets: ['listsOne'],
  tells: ['department'],
}
const finishMatter: Command = {
  label: '这件事办成了',
  by: ['member'],
  input: { matter: { type: 'text', label: '哪件事、办到什么程度', required: true, max: 300 } },
  requires: ['isTheMember', 'someMatterIsOpen'],
  records: 'HearingMatterFinished',
  says: '办成：{matter}',
  sets: ['finishesOne'],
}
const undertake: Command = {
  label: '由我分管，我来听取',
  by: ['member'],
  requires: ['noMemberYet'],
  records: 'HearingUndertaken',
  says: '分管的班子成员认领',
  sets: ['undertakes'],
}
const reassign: Command = {
  label: '改派班子成员',
  by: ['office'],
  input: {
    memberUnit: fields.memberUnit,
    reason: { type: 'text', label: '理由', required: true, max: 200 },
  },
  requires: ['memberLeadsHere'],
  records: 'HearingReassigned',
  says: '改派：{reason}',
  keeps: ['memberUnit'],
  sets: ['awaitsMember'],
  tells: ['memberUnit'],
}
const noteLate: Command = {
  ...noted('年底仍未听取', 'HearingRanLate', 'memberUnit', 'office'),
  sets: ['isLate'],
}

/** 分工 → 述职 → 听取点评; the member of the leadership hears it in person (R045). */
const states: Readonly<Record<string, State>> = {
  assigned: {
    label: '待述职',
    is: 'working',
    step: 1,
    expects: [
      { seat: 'memberUnit', command: 'undertake', when: 'noMemberYet' },
      { seat: 'department', command: 'report', clock: 'hear' },
    ],
    commands: {
      report: {
        label: '报述职要点',
        by: ['department'],
        input: { report: { ...fields.report, required: true, min: 4 } },
        records: 'HearingReported',
        says: '述职要点已报',
        keeps: ['report'],
        to: 'reported',
        tells: ['memberUnit'],
      },
      undertake,
      listMatter,
      finishMatter,
      reassign,
      noteLate,
    },
  },
  reported: {
    label: '待听取',
    is: 'working',
    step: 2,
    expects: [{ seat: 'memberUnit', command: 'hear', clock: 'hear' }],
    commands: {
      hear: {
        label: '听取并点评',
        by: ['member'],
        input: { comment: { ...fields.comment, required: true, min: 4 } },
        requires: ['isTheMember'],
        records: 'HearingHeard',
        says: '已听取并点评',
        keeps: ['comment'],
        sets: ['isInTime'],
        to: 'heard',
        tells: ['department', 'office'],
      },
      undertake,
      listMatter,
      finishMatter,
      reassign,
      noteLate,
    },
  },
  heard: { label: '已听取', is: 'resting', step: 3, commands: { listMatter, finishMatter } },
}

/** 分管领域述职: one member of the leadership hears one secretary's report in a year. */
export const dutyHearing = defineKind({
  name: 'duty-hearing',
  label: '分管领域述职',
  group: 'appraisal-accountability',
  systems: ['one-post-two-duties'],
  version: 1,
  about:
    '班子成员听取分管部门、联系单位党组织书记述职：谁听谁、述职要点、点评，盯住的几件具体事情。',
  practices: ['duty-hearing'],
  fields,
  title: 'title',
  slots: { k1: 'late', n1: 'department', n2: 'year', t1: 'dueOn' },
  relations: {
    organiser: {
      label: '组织部门',
      roles: staff,
      is: { function: 'organise', over: 'place' },
    },
    office: { label: '组织部门', roles: staff, is: { seat: 'office' } },
    member: {
      label: '领导班子',
      roles: ['leader', 'secretary', 'head'],
      is: { seat: 'memberUnit' },
    },
    department: {
      label: '述职单位',
      roles: ['secretary', 'head', 'leader', 'clerk'],
      is: { seat: 'department' },
    },
  },
  see: ['office', 'member', 'department'],
  tellsReaders: true,
  seats: {
    office: { label: '组织部门', is: { field: 'office' } },
    memberUnit: { label: '领导班子', is: { field: 'memberUnit' } },
    department: { label: '述职单位', is: { field: 'department' } },
  },
  responsible: 'department',
  starts: {
    assign: {
      label: '安排听取述职',
      by: ['organiser'],
      input: assigned,
      requires: ['isThisYear', 'departmentIsOfHere', 'memberLeadsHere'],
      records: 'HearingAssigned',
      says: '安排 {memberUnit} 班子成员听取 {department} 述职',
      keeps: Object.keys(assigned),
      sets: ['arranges'],
      to: 'assigned',
      tells: ['memberUnit', 'department'],
    },
  },
  states,
  clocks: {
    hear: {
      label: '听取述职',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['assigned', 'reported'],
      basis: '到年底全部听取一遍',
    },
  },
  mainClock: 'hear',
  rules,
  setters,
  claims: {
    year: {
      label: '同一领导班子同一年度听取同一单位',
      fields: ['department', 'year', 'memberUnit'],
      while: 'always',
    },
  },
  counters: {
    assigned: { label: '安排听取述职', cohort: () => true },
    heard: { label: '已听取述职', cohort: ({ state }) => state === 'heard' },
    matters: { label: '班子成员盯住的具体事情', on: { event: 'HearingMatterListed' } },
    finished: { label: '班子成员办成的具体事情', on: { event: 'HearingMatterFinished' } },
  },
})
