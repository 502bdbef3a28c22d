import { expect, test } from 'vitest'
import { defineKind, type Kind } from '../kind.ts'
import { problemsIn } from '../sound.ts'
import { governedWorld, post, story, town, unit } from '../testing.ts'
import { consultation } from './consultation.ts'
import { committeesAndGovernments, jointApproval } from './joint-approval.ts'

const asked = consultation({
  role: 'heard',
  label: '被征求意见的街道',
  roles: ['head'],
  asker: 'owner',
  conclusions: [
    { value: 'agree', label: '同意' },
    { value: 'object', label: '不同意' },
  ],
  parameter: 'plan.opinion',
  limit: { qty: 5, unit: 'working-day' },
  basis: '测试',
})
const approval = jointApproval({
  label: '审核单位',
  roles: ['leader'],
  parameter: 'plan.approval',
  limit: { qty: 5, unit: 'working-day' },
  basis: '测试',
  agreed: 'approved',
  refused: 'turnedDown',
})
const fields = { title: { type: 'text', label: '标题', required: true } } as const

/** A plan that two streets are heard on and that committee and government both approve. */
const plan: Kind = defineKind({
  name: 'plan',
  label: '规划',
  group: 'test',
  systems: [],
  version: 1,
  about: '测试用',
  fields,
  title: 'title',
  relations: {
    owner: { label: '部门', roles: ['clerk'], is: { seat: 'owner' } },
    anyone: { label: '工作人员', is: { anyone: 'post' } },
    ...asked.relations,
    ...approval.relations,
  },
  see: ['anyone'],
  seats: {
    owner: { label: '部门', is: { function: 'ruling' } },
    ...asked.seats,
    ...approval.seats,
  },
  responsible: 'owner',
  starts: {
    draft: {
      label: '送征求意见',
      by: ['anyone'],
      input: fields,
      records: 'Drafted',
      says: '送征求意见',
      keeps: ['title'],
      sets: ['asksStreets'],
      to: 'open',
    },
  },
  states: {
    open: {
      label: '征求意见中',
      is: 'working',
      expects: [{ seat: 'owner', command: 'submit', clock: 'draft' }],
      commands: {
        submit: {
          label: '提交审定',
          by: ['owner'],
          requires: ['allHeard', 'allWeighed'],
          records: 'Submitted',
          says: '提交审定',
          sets: ['asksApprovers'],
          to: 'review',
        },
        remind: { label: '催办', by: ['clock'], records: 'Reminded', says: '超时' },
      },
    },
    review: {
      label: '审核中',
      is: 'working',
      expects: [{ seat: 'owner', command: 'note', clock: 'draft' }],
      commands: {
        note: { label: '备注', by: ['owner'], records: 'Noted', says: '备注' },
        remind: { label: '催办', by: ['clock'], records: 'Reminded', says: '超时' },
      },
    },
    approved: { label: '已批准', is: 'end' },
    turnedDown: { label: '未批准', is: 'end' },
  },
  parties: { ...asked.parties, ...approval.parties },
  clocks: {
    draft: {
      label: '办理',
      stages: [{ limit: { parameter: 'plan.draft' }, asks: 'remind' }],
      runs: ['open', 'review'],
      basis: '测试',
    },
  },
  rules: { ...asked.rules, ...approval.rules },
  setters: {
    ...asked.setters,
    ...approval.setters,
    asksStreets: () => ({
      join: [unit.street, unit.otherStreet].map((one) => ({ role: 'heard', unit: one })),
    }),
    asksApprovers: ({ record, world }) => ({
      join: committeesAndGovernments(world, record.place, ['district']).map((one) => ({
        role: 'approver',
        unit: one,
      })),
    }),
  },
  parameters: {
    ...asked.parameters,
    ...approval.parameters,
    'plan.draft': {
      label: '办理',
      type: 'limit',
      default: { qty: 20, unit: 'working-day' },
      basis: '测试',
    },
  },
})

function drafted() {
  const told = story(new Map([[plan.name, plan]]), governedWorld([plan]))
  const id = told.begin({
    kind: 'plan',
    command: 'draft',
    area: town.district,
    by: post('clerk', unit.bureau),
    at: '08-03 09:00',
    data: { title: '片区规划' },
  })
  const does = (command: string, ...[by, at, data = {}]: How) =>
    told.does(id, command, { by, at, data })
  return { ...told, id, does }
}

type How = readonly [
  Parameters<ReturnType<typeof story>['does']>[2]['by'],
  string,
  Readonly<Record<string, string>>?,
]

const owner = post('clerk', unit.arbiter)
const street = (one: number) => post('head', one)
const opinion = { conclusion: 'object', opinion: '挤占了公共空间' }

test('a kind that consults and needs joint approval is sound', () => {
  expect(problemsIn(plan)).toEqual([])
})

test('a matter waits until each consulted unit answered or its time has passed', () => {
  const { does, state, id } = drafted()
  does(`heard/${unit.street}/answer`, street(unit.street), '08-04 09:00', opinion)
  const early = does('submit', owner, '08-05 09:00')
  expect(early).toMatchObject({ ok: false, refused: 'allHeard' })
  does(`heard/${unit.street}/weigh`, owner, '08-05 10:00', { outcome: 'adopted' })
  expect(does('submit', owner, '08-11 09:00')).toMatchObject({ ok: true })
  expect(state(id)).toBe('review')
})

test('an opinion is not set aside without a reason, and a late one is still heard', () => {
  const { does } = drafted()
  const late = does(`heard/${unit.street}/answer`, street(unit.street), '08-20 09:00', opinion)
  expect(late).toMatchObject({ ok: true })
  const unsaid = does(`heard/${unit.street}/weigh`, owner, '08-20 10:00', { outcome: 'notAdopted' })
  expect(unsaid).toMatchObject({ ok: false, refused: 'saysWhyNot' })
  expect(does('submit', owner, '08-20 11:00')).toMatchObject({ refused: 'allWeighed' })
  const said = { outcome: 'notAdopted', why: '消防通道必须保留' }
  expect(does(`heard/${unit.street}/weigh`, owner, '08-20 12:00', said)).toMatchObject({ ok: true })
})

test('one signature alone leaves a matter under review, and one refusal ends it', () => {
  for (const [second, end] of [
    ['agree', 'approved'],
    ['disagree', 'turnedDown'],
  ] as const) {
    const { does, state, id } = drafted()
    expect(does('submit', owner, '08-12 09:00')).toMatchObject({ ok: true })
    does(`approver/${unit.committee}/agree`, post('leader', unit.committee), '08-12 10:00')
    expect(state(id)).toBe('review')
    const note = { note: '经费没有着落' }
    does(
      `approver/${unit.government}/${second}`,
      post('leader', unit.government),
      '08-12 11:00',
      note,
    )
    expect(state(id)).toBe(end)
  }
})

test('a unit answers and signs for itself only, though others of its role take part beside it', () => {
  const { does } = drafted()
  const meddling = does(
    `heard/${unit.otherStreet}/answer`,
    street(unit.street),
    '08-04 09:00',
    opinion,
  )
  expect(meddling).toMatchObject({ refused: 'notAllowed' })
  does('submit', owner, '08-12 09:00')
  const signing = `approver/${unit.government}/agree`
  expect(does(signing, post('leader', unit.committee), '08-12 10:00')).toMatchObject({
    refused: 'notAllowed',
  })
})
