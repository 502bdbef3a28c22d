import { listOf } from '../../../kernel/field.ts'
import { defineKind } from '../../../kernel/kind.ts'
import { asksDistrict, basis, districtApproval, inspected, inspectionRules } from '../inspecting.ts'
import { signers, staff, streetsAreWithin } from '../sides.ts'

const approval = districtApproval('inspection.approval')
const fields = {
  name: { type: 'code', label: '报批名称', required: true, max: 100 },
  matters: {
    type: 'choices',
    label: '检查考核事项',
    required: true,
    max: 10,
    help: '一事一报：一份报批只写一个事项',
  },
  ...inspected,
  department: { type: 'unit', label: '申请部门' },
  result: { type: 'long', label: '检查考核结果', required: true, max: 2000 },
  reason: { type: 'long', label: '理由', required: true, max: 500 },
} as const
const applied = { name: fields.name, matters: fields.matters, ...inspected } as const

/**
 * 一事一报: whoever must inspect or assess streets outside the yearly plan asks for each matter by
 * itself; the district's Party committee and government both agree, for a time.
 */
export const streetInspectionApproval = defineKind({
  name: 'street-inspection-approval',
  label: '检查考核报批',
  group: 'street-mandate',
  systems: ['street-inspection-approval'],
  version: 1,
  about: '年度计划以外确需对街道开展的检查考核，一事一报，经区委和区政府都同意后在有效期内开展。',
  fields,
  title: 'name',
  slots: { n1: 'department', t1: 'endsOn' },
  relations: {
    department: {
      label: '职能部门',
      roles: staff,
      is: { unitType: ['department'], over: 'place' },
    },
    applicant: { label: '申请部门', roles: [...staff, ...signers], is: { seat: 'department' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
    ...approval.relations,
  },
  see: ['reader'],
  seats: {
    department: { label: '申请部门', is: { field: 'department' } },
    ...approval.seats,
  },
  responsible: 'department',
  starts: {
    apply: {
      label: '报批检查考核',
      by: ['department'],
      input: applied,
      requires: ['oneMatter', 'streetsAreWithin', 'streetsOfOneDistrict', 'daysInOrder'],
      records: 'InspectionApplied',
      says: '报批：{name}',
      keeps: Object.keys(applied),
      sets: ['isApplicant', 'asksDistrict'],
      to: 'review',
    },
  },
  states: {
    review: {
      label: '审批中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'department', command: 'withdraw', when: 'nobodyReviews' }],
      commands: {
        withdraw: {
          label: '撤回',
          by: ['applicant'],
          input: { reason: fields.reason },
          records: 'InspectionWithdrawn',
          says: '撤回报批',
          keeps: ['reason'],
          to: 'withdrawn',
        },
        expire: expiry(),
      },
    },
    inForce: {
      label: '已批准',
      is: 'resting',
      step: 2,
      commands: {
        submitResult: {
          label: '报送结果',
          by: ['applicant'],
          input: { result: fields.result },
          records: 'ResultSubmitted',
          says: '报送检查考核结果',
          keeps: ['result'],
          to: 'reported',
        },
        expire: expiry(),
      },
    },
    reported: { label: '已报送结果', is: 'end', step: 3 },
    refused: { label: '不予批准', is: 'end', step: 2 },
    withdrawn: { label: '已撤回', is: 'end', step: 2 },
    expired: { label: '已过有效期', is: 'end', step: 3 },
  },
  parties: approval.parties,
  clocks: {
    validity: {
      label: '有效期',
      stages: [{ limit: { until: 'endsOn' }, asks: 'expire' }],
      runs: ['review', 'inForce'],
      basis: '批准的检查考核只在有效期内开展',
    },
  },
  mainClock: 'validity',
  rules: {
    ...approval.rules,
    ...inspectionRules,
    streetsAreWithin,
    oneMatter: {
      id: 'R013',
      says: '一份报批只能有一个事项',
      instead: '请每个事项单独报批',
      basis,
      input: true,
      holds: ({ input }) => listOf(input, 'matters').length === 1,
    },
  },
  setters: {
    ...approval.setters,
    asksDistrict,
    isApplicant: ({ actor }) => ({
      fields: { department: actor.by === 'post' ? actor.post.unit : null },
    }),
  },
  parameters: approval.parameters,
})

function expiry() {
  return {
    label: '过期',
    by: ['clock'],
    records: 'ApprovalExpired',
    says: '超过有效期',
    to: 'expired',
  }
}
