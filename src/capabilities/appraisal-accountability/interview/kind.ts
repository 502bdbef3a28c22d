import { isGiven } from '../../../kernel/field.ts'
import { type Clock, defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { inPerson, personFacts, personSeat } from '../person.ts'
import {
  cityMaySet,
  committee,
  hostSeat,
  officeSeat,
  trustedOffice,
  trustedStarter,
} from '../reviewing.ts'
import { basis, fields } from './fields.ts'
import { rules, setters } from './rules.ts'
import { states } from './states.ts'

const { year, unit, cause, rating, sheet, host, office } = fields
const byHand = { year, unit, facts: fields.facts } as const
const byEffect = {
  year,
  unit,
  cause,
  rating,
  sheet,
  person: fields.person,
  host: { ...host, required: true },
  office: { ...office, required: true },
} as const

/**
 * 约谈: proposed by a low grade, by a unit's place near the end or by hand; a person of the committee
 * decides. The one interviewed knows from that day on, is heard, puts right, and it is looked at again.
 */
export const interview = defineKind({
  name: 'interview',
  label: '约谈',
  group: 'appraisal-accountability',
  systems: ['interview-accountability'],
  version: 1,
  about: '拟约谈由党委审批，约谈有记录、有要求、有复查；本人可以陈述；只有当事方看得到。',
  fields,
  title: 'title',
  slots: { k1: 'cause', k2: 'rating', k3: 'sheet', n1: 'unit', n2: 'year', t1: 'dueOn' },
  relations: {
    trustedStarter,
    committee,
    trustedOffice,
    interviewed: inPerson,
  },
  see: ['committee', 'trustedOffice', 'interviewed'],
  tellsReaders: true,
  seats: { host: hostSeat, office: officeSeat, unit: personSeat },
  responsible: 'host',
  starts: {
    proposeByHand: {
      label: '拟约谈',
      by: ['trustedStarter'],
      input: byHand,
      requires: ['answersToAsker'],
      records: 'InterviewProposedByHand',
      says: '拟约谈：{facts}',
      keeps: Object.keys(byHand),
      sets: ['actsForCommittee', 'isNamed', 'isForWork', 'keepsPerson'],
      facts: ['answering'],
      to: 'proposed',
      tells: ['host'],
    },
    propose: {
      label: '拟约谈',
      by: ['effect'],
      input: byEffect,
      records: 'InterviewProposed',
      says: '拟约谈，提请党委审批',
      keeps: Object.keys(byEffect),
      sets: ['isNamed', 'keepsPerson'],
      facts: ['answering'],
      to: 'proposed',
      tells: ['host'],
    },
  },
  states,
  parties: {
    interviewed: {
      label: '被约谈单位',
      start: 'told',
      states: { told: { label: '已告知', is: 'resting' } },
    },
  },
  clocks: {
    approve: limited('审批', ['approve', 'noteApproveLate'], 'proposed'),
    hold: limited('约谈', ['hold', 'noteHoldLate'], 'approved'),
    rectify: {
      label: '整改',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteRectifyLate' }],
      runs: ['rectifying'],
      basis,
    },
    recheck: limited('复查', ['recheck', 'noteRecheckLate'], 'rechecking'),
  },
  mainClock: 'rectify',
  countedBy: 'cause',
  facts: personFacts,
  rules,
  setters: { ...setters, isForWork: () => ({ fields: { cause: 'overdue' } }) },
  counters: {
    proposed: { label: '拟约谈', on: { start: true } },
    held: { label: '约谈', on: { event: 'InterviewHeld' } },
    heldLow: { label: '因等次约谈', on: { event: 'InterviewHeld' }, when: (_, one) => isLow(one) },
    lowHeld: { label: '已约谈的等次', cohort: (one) => isLow(one) && wasHeld(one) },
  },
  parameters: {
    'interview.approve': limitParameter('约谈审批时限', { qty: 10, unit: 'working-day' }),
    'interview.hold': limitParameter('审批后约谈时限', { qty: 10, unit: 'working-day' }),
    'interview.recheck': limitParameter('复查时限', { qty: 10, unit: 'working-day' }),
  },
})

/** A clock of one state by the city's own limit. */
function limited(
  label: string,
  [parameter, asks]: readonly [string, string],
  state: string,
): Clock {
  const stages = [{ limit: { parameter: `interview.${parameter}` }, asks }]
  return { label, stages, runs: [state], basis: cityMaySet }
}

function isLow({ fields: own }: RecordState): boolean {
  return own['cause'] === 'grade'
}

function wasHeld({ fields: own }: RecordState): boolean {
  return isGiven(own['heldOn'])
}
