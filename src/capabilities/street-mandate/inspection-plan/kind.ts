import { defineKind } from '../../../kernel/kind.ts'
import {
  asksDistrict,
  department,
  districtApproval,
  inspected,
  inspectionRules,
} from '../inspecting.ts'
import { staff, streetsAreWithin } from '../sides.ts'

const approval = districtApproval('inspection.plan')
const fields = {
  matter: { type: 'code', label: '检查考核事项', required: true, max: 100 },
  year: { type: 'number', label: '年度', required: true, min: 2019, max: 2100 },
  department,
  ...inspected,
  reason: { type: 'code', label: '理由', required: true, max: 300 },
} as const
const planned = {
  matter: fields.matter,
  year: fields.year,
  department: fields.department,
  ...inspected,
} as const

/** 年度统一检查考核计划: the matters a district lets its streets be inspected on this year. */
export const inspectionPlan = defineKind({
  name: 'inspection-plan',
  label: '年度检查考核计划事项',
  group: 'street-mandate',
  systems: ['street-inspection-approval'],
  version: 1,
  about: '区里每年统一安排对街道的检查考核，逐项经区委和区政府同意，到期自动结束。',
  fields,
  title: 'matter',
  slots: { n1: 'department', n2: 'year', t1: 'endsOn' },
  relations: {
    planner: {
      label: '区政府',
      roles: staff,
      is: { function: 'govern', over: 'place' },
    },
    reader: { label: '工作人员', is: { anyone: 'post' } },
    ...approval.relations,
  },
  see: ['reader'],
  seats: {
    planner: { label: '区政府', is: { function: 'govern' } },
    ...approval.seats,
  },
  responsible: 'planner',
  starts: {
    propose: {
      label: '列入年度计划',
      by: ['planner'],
      input: planned,
      requires: ['streetsAreWithin', 'streetsOfOneDistrict', 'daysInOrder'],
      records: 'InspectionPlanned',
      says: '拟列入 {year} 年计划：{matter}',
      keeps: Object.keys(planned),
      sets: ['asksDistrict'],
      to: 'review',
    },
  },
  states: {
    review: {
      label: '审核中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'planner', command: 'drop', when: 'nobodyReviews' }],
      commands: {
        drop: {
          label: '不再列入',
          by: ['planner'],
          input: { reason: fields.reason },
          records: 'PlanDropped',
          says: '不再列入：{reason}',
          keeps: ['reason'],
          to: 'refused',
        },
        expire: expiry(),
      },
    },
    inForce: {
      label: '已列入计划',
      is: 'resting',
      step: 2,
      commands: { expire: expiry() },
    },
    refused: { label: '未列入', is: 'end', step: 2 },
    expired: { label: '已到期', is: 'end', step: 3 },
  },
  parties: approval.parties,
  clocks: {
    validity: {
      label: '计划期限',
      stages: [{ limit: { until: 'endsOn' }, asks: 'expire' }],
      runs: ['review', 'inForce'],
      basis: '年度计划到期结束',
    },
  },
  rules: { ...approval.rules, ...inspectionRules, streetsAreWithin },
  setters: { ...approval.setters, asksDistrict },
  claims: {
    matter: {
      label: '同一年度的检查考核事项',
      fields: ['year', 'department', 'matter'],
      while: 'open',
    },
  },
  parameters: approval.parameters,
})

function expiry() {
  return {
    label: '到期结束',
    by: ['clock'],
    records: 'PlanExpired',
    says: '计划到期结束',
    to: 'expired',
  }
}
