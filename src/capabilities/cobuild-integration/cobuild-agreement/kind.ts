import { isGiven, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import {
  type Context,
  defineKind,
  limitParameter,
  type Rule,
  type Setter,
} from '../../../kernel/kind.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import {
  anyUnit,
  cityMaySet,
  isOfType,
  liesAhead,
  liesWith,
  staff,
  unitOf,
  upper,
} from '../market-parts.ts'
import { clauseNames, drafted, fields } from './fields.ts'
import { states } from './states.ts'

const basis = '以街道社区党组织为主导，通过签订共建协议加强组织共建'
const territorial = ['street', 'community']

/** Both sides hear of the end a month before it comes. */
const remindedDays = 30

/** The side that drafts: whoever asks, or whom a project's effect names. */
const drafterOf = ({ actor, input }: Context) => unitOf(actor) ?? numberOf(input, 'drafter')

const given = (own: Values) => clauseNames.filter((name) => isGiven(own[`clause${name}`]))
const open = (own: Values) => Object.fromEntries(given(own).map((name) => [`is${name}`, 'open']))
const isAllTold = (own: Values) => given(own).every((name) => textOf(own, `is${name}`) !== 'open')

const rules = {
  hasTwoSides: {
    id: 'R127',
    says: '协议由两个组织签署，对方不能是本单位',
    basis,
    input: true,
    holds: (context) => {
      const other = numberOf(context.input, 'other')
      return other !== undefined && other !== drafterOf(context)
    },
  },
  oneSideIsTerritorial: {
    id: 'R127',
    says: '共建协议要有一方是街道或社区党组织',
    instead: '请与所在的街道或社区签',
    basis,
    input: true,
    holds: (context) =>
      [numberOf(context.input, 'other'), drafterOf(context)].some((unit) =>
        isOfType(context.world.directory, unit, territorial),
      ),
  },
  endsAhead: liesAhead('until', '有效期不能在今天以前', ({ at }) => dayOf(at)),
  clauseExists: {
    says: '协议里没有这一条',
    basis,
    input: true,
    holds: ({ input, record }) => given(record.fields).some((name) => name === input['clause']),
  },
  everyClauseIsTold: {
    id: 'R127',
    says: '还有条款没有记是否履行',
    instead: '请逐条记已履行或未履行，再续签或终止',
    basis,
    holds: ({ record }) => isAllTold(record.fields),
  },
  someClauseIsOpen: {
    says: '各条款都记过了',
    basis,
    holds: ({ record }) => !isAllTold(record.fields),
  },
  lastsLonger: {
    says: '续签的有效期要比今天和原来的都晚',
    basis,
    input: true,
    holds: ({ input, record, at }) => {
      const until = textOf(input, 'until') ?? ''
      return until > dayOf(at) && until > (textOf(record.fields, 'until') ?? '')
    },
  },
} as const satisfies Record<string, Rule>

const setters = {
  seatsBoth: (context) => {
    const { input, world } = context
    const drafter = drafterOf(context)
    const other = numberOf(input, 'other')
    const territory = [drafter, other].find((unit) => isOfType(world.directory, unit, territorial))
    return {
      fields: { drafter: drafter ?? null, territory: territory ?? null, terms: 1, ...open(input) },
      ...liesWith(context, territory),
    }
  },
  remindsBeforeItEnds: ({ input, at }) => {
    const today = dayOf(at)
    const before = addDays(textOf(input, 'until') ?? today, -remindedDays)
    return { fields: { remindOn: before > today ? before : today } }
  },
  keepsSigning: ({ at }) => ({ fields: { signedOn: dayOf(at) } }),
  keepsClause: ({ input }) => ({
    fields: { [`is${textOf(input, 'clause') ?? ''}`]: input['outcome'] ?? null },
  }),
  beginsAgain: ({ record }) => ({
    fields: { ...open(record.fields), terms: (numberOf(record.fields, 'terms') ?? 1) + 1 },
  }),
} as const satisfies Record<string, Setter>

/**
 * 共建协议: a street or community and another organisation sign what each will do, tell clause by
 * clause whether it was done, and renew or end it when its term is over.
 */
export const cobuildAgreement = defineKind({
  name: 'cobuild-agreement',
  label: '共建协议',
  group: 'cobuild-integration',
  systems: ['cobuild-agreement'],
  version: 1,
  about: '街道社区和单位签共建协议：双方签署生效，逐条记是否履行，到期前提醒，评估后续签或终止。',
  fields,
  title: 'title',
  slots: { k1: 'project', n1: 'drafter', n2: 'other', t1: 'until' },
  searched: ['title'],
  relations: {
    anyUnit,
    drafter: { label: '起草单位', roles: staff, is: { seat: 'drafter' } },
    other: { label: '对方单位', roles: staff, is: { seat: 'other' } },
    upper,
  },
  see: ['drafter', 'other', 'upper'],
  seats: {
    drafter: { label: '起草单位', is: { field: 'drafter' } },
    other: { label: '对方单位', is: { field: 'other' } },
    territory: { label: '街道社区一方', is: { field: 'territory' } },
  },
  responsible: 'territory',
  starts: {
    draft: {
      label: '起草协议',
      by: ['anyUnit'],
      input: drafted,
      requires: ['hasTwoSides', 'oneSideIsTerritorial', 'endsAhead'],
      records: 'AgreementDrafted',
      says: '{unit} 起草并签署，等对方签署',
      keeps: Object.keys(drafted),
      sets: ['seatsBoth', 'remindsBeforeItEnds'],
      to: 'drafted',
      tells: ['other'],
    },
    draftFor: {
      label: '按项目起草协议',
      by: ['effect'],
      input: { ...drafted, drafter: fields.drafter },
      requires: ['hasTwoSides', 'oneSideIsTerritorial'],
      records: 'AgreementDraftedForProject',
      says: '按共建项目起草，起草方已签署',
      keeps: Object.keys(drafted),
      sets: ['seatsBoth', 'remindsBeforeItEnds'],
      to: 'drafted',
      tells: ['other'],
    },
  },
  states,
  clocks: {
    signing: {
      label: '签署',
      stages: [{ limit: { parameter: 'agreement.signing' }, asks: 'noteUnsigned' }],
      runs: ['drafted'],
      basis: cityMaySet,
    },
    term: {
      label: '有效期',
      stages: [
        { limit: { until: 'remindOn' }, asks: 'remind' },
        { limit: { until: 'until' }, asks: 'expire' },
      ],
      runs: ['inForce'],
      restarts: ['AgreementRenewed'],
      basis: '协议约定的有效期',
    },
    deciding: {
      label: '到期评估',
      stages: [{ limit: { parameter: 'agreement.deciding' }, asks: 'noteUndecided' }],
      runs: ['due'],
      basis: cityMaySet,
    },
  },
  mainClock: 'term',
  documents: {
    agreement: {
      label: '共建协议',
      heading: '{title}共建协议',
      parts: [
        ...clauseNames.map((name) => ({ field: `clause${name}` })),
        { heading: '有效期到', field: 'until' },
      ],
      signs: { seat: 'territory', day: 'signedOn' },
    },
  },
  rules,
  setters,
  counters: {
    signed: { label: '签署的协议', on: { event: 'AgreementSigned' } },
    clauses: { label: '协议条款', cohort: ({ fields: own }) => given(own).length },
    fulfilled: {
      label: '已履行的条款',
      cohort: ({ fields: own }) =>
        given(own).filter((name) => textOf(own, `is${name}`) === 'fulfilled').length,
    },
  },
  parameters: {
    'agreement.signing': limitParameter('协议签署时限', { qty: 10, unit: 'working-day' }),
    'agreement.deciding': limitParameter('协议到期评估时限', { qty: 15, unit: 'working-day' }),
  },
})
