import { isGiven, numberOf, textOf, type Values } from '../../../kernel/field.ts'
import { type Command, defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import { above, cityMaySet, ownUnit, staff } from '../partners.ts'

const basis = '辖区各类组织全部纳入、一体推进，消除工作空白点'

const fields = {
  title: { type: 'text', label: '组织名称', required: true, min: 2, max: 100 },
  sort: {
    type: 'choice',
    label: '组织类别',
    required: true,
    options: [
      { value: 'organ', label: '党政机关' },
      { value: 'institution', label: '企事业单位' },
      { value: 'private', label: '非公有制经济组织' },
      { value: 'social', label: '社会组织' },
    ],
  },
  code: { type: 'code', label: '统一社会信用代码', max: 18 },
  system: { type: 'choice', label: '行业系统', options: 'industry-systems' },
  grid: { type: 'code', label: '所在网格', max: 20 },
  partyOrg: {
    type: 'text',
    label: '党组织',
    max: 100,
    help: '单独、联合组建的党组织或所挂靠的党组织的名称；没有就空着，不登记党员人数和名单',
  },
  liaison: { type: 'flag', label: '有联络人' },
  owner: { type: 'unit', label: '登记单位' },
  plan: { type: 'long', label: '打算', max: 1000 },
  planOn: { type: 'day', label: '计划完成日期' },
  joinedYear: { type: 'number', label: '最近参加活动的年度' },
  hostedYear: { type: 'number', label: '最近共同举办活动的年度' },
  reason: { type: 'text', label: '说明', max: 300 },
} as const

const { title, sort, code, system, grid, partyOrg, liaison } = fields

const link: Command = {
  label: '登记党建联系',
  by: ['registrar'],
  input: { partyOrg, liaison },
  records: 'OrganisationLinked',
  says: '更新党建联系',
  keeps: ['partyOrg', 'liaison'],
  moves: [{ to: 'linked', when: 'isLinked' }],
  to: 'blank',
}

const respect: Command = {
  label: '本组织不愿建立',
  by: ['registrar'],
  input: { reason: fields.reason },
  records: 'OrganisationDeclined',
  says: '尊重本组织意愿，不再列入计划，不影响任何办事',
  keeps: ['reason'],
  to: 'respected',
}

const leave: Command = {
  label: '已迁出或注销',
  by: ['registrar'],
  input: { reason: fields.reason },
  records: 'OrganisationGone',
  says: '已迁出或注销',
  keeps: ['reason'],
  to: 'gone',
}

/** An activity tells it of its part; organisations are counted once a year, however often they came. */
const noteActivity: Command = {
  label: '参加活动',
  by: ['effect'],
  input: {
    year: { type: 'number', label: '年度', required: true },
    hosted: { type: 'flag', label: '共同举办' },
  },
  records: 'OrganisationTookPart',
  says: '自愿参加一次活动',
  sets: ['keepsYears'],
}

const shared = { link, leave, noteActivity }

/**
 * 组织登记: every organisation in a street, with its link to Party work or as a blank that somebody
 * sees to (R110). An organisation that does not want one is left in peace: nothing hangs on it.
 */
export const organisationEntry = defineKind({
  name: 'organisation-entry',
  label: '组织登记',
  group: 'cobuild-integration',
  systems: ['whole-area-registry'],
  version: 1,
  about: '辖区四类组织逐一登记，有党建联系或列入空白点；是否建立由组织自己决定。',
  fields,
  title: 'title',
  slots: { k1: 'sort', k2: 'system', k3: 'grid', n1: 'owner', t1: 'planOn' },
  searched: ['title'],
  relations: {
    starter: {
      label: '街道、社区',
      roles: [...staff, 'dispatcher'],
      is: { unitType: ['street', 'community'], over: 'place' },
    },
    registrar: { label: '登记单位', roles: [...staff, 'dispatcher'], is: { seat: 'owner' } },
    above,
  },
  see: ['registrar', 'starter', 'above'],
  seats: { owner: { label: '登记单位', is: { field: 'owner' } } },
  responsible: 'owner',
  starts: {
    register: {
      label: '登记组织',
      by: ['starter'],
      input: { title, sort, code, system, grid, partyOrg, liaison },
      records: 'OrganisationRegistered',
      says: '{unit} 登记',
      keeps: ['title', 'sort', 'code', 'system', 'grid', 'partyOrg', 'liaison'],
      sets: ['keepsOwner'],
      moves: [{ to: 'linked', when: 'isLinked' }],
      to: 'blank',
    },
  },
  states: {
    blank: {
      label: '空白点',
      is: 'working',
      step: 1,
      expects: [{ seat: 'owner', command: 'plan', clock: 'blank' }],
      commands: {
        ...shared,
        respect,
        plan: {
          label: '定打算',
          by: ['registrar'],
          input: {
            plan: { ...fields.plan, required: true },
            planOn: { ...fields.planOn, required: true },
          },
          requires: ['plansAhead'],
          records: 'BlankPlanned',
          says: '打算：{plan}',
          keeps: ['plan', 'planOn'],
          to: 'planned',
        },
        noteBlank: {
          label: '空白超时',
          by: ['clock'],
          records: 'BlankStayed',
          says: '没有按时定打算',
          tells: ['owner'],
        },
      },
    },
    planned: {
      label: '空白点（有打算）',
      is: 'working',
      step: 2,
      expects: [{ seat: 'owner', command: 'link', clock: 'plan' }],
      commands: {
        ...shared,
        respect,
        notePlanLate: {
          label: '打算到期',
          by: ['clock'],
          records: 'BlankPlanRanLate',
          says: '到了计划日期还没有党建联系',
          tells: ['owner'],
        },
      },
    },
    linked: { label: '有党建联系', is: 'resting', step: 3, commands: shared },
    respected: { label: '尊重意愿，未建立', is: 'resting', step: 3, commands: shared },
    gone: { label: '已迁出或注销', is: 'end', step: 4, commands: { noteActivity } },
  },
  clocks: {
    blank: {
      label: '定打算',
      stages: [{ limit: { parameter: 'organisation.blank' }, asks: 'noteBlank' }],
      runs: ['blank'],
      basis: cityMaySet,
    },
    plan: {
      label: '打算',
      stages: [{ limit: { until: 'planOn' }, asks: 'notePlanLate' }],
      runs: ['planned'],
      basis,
    },
  },
  mainClock: 'plan',
  countedBy: 'sort',
  rules: {
    isLinked: {
      id: 'R110',
      says: '没有党建联系，列为空白点',
      basis,
      holds: ({ record }) =>
        isGiven(record.fields['partyOrg']) && record.fields['liaison'] === true,
    },
    plansAhead: {
      says: '计划完成日期不能早于今天',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'planOn') ?? '') >= dayOf(at),
    },
  },
  setters: {
    keepsOwner: (context) => ({ fields: { owner: ownUnit(context) ?? null } }),
    keepsYears: ({ record, input }) => ({ fields: yearsOf(record, input) }),
  },
  claims: { code: { label: '统一社会信用代码', fields: ['code'], while: 'open' } },
  counters: {
    registered: { label: '在册组织', cohort: isHere },
    linked: { label: '有党建联系的组织', cohort: ({ state }) => state === 'linked' },
    firms: {
      label: '在册企业',
      cohort: (entry) => isHere(entry) && textOf(entry.fields, 'sort') === 'private',
    },
    hosted: {
      label: '本年度共同举办过活动的组织',
      on: { event: 'OrganisationTookPart' },
      when: ({ change }) => change.fields?.['hostedYear'] !== undefined,
    },
  },
  parameters: {
    'organisation.blank': limitParameter('空白点定打算时限', { qty: 20, unit: 'working-day' }),
  },
})

function isHere({ state }: RecordState): boolean {
  return state !== 'gone'
}

/** Only what is new is set: the counter of the year goes by it. */
function yearsOf({ fields: own }: RecordState, input: Values): Values {
  const year = numberOf(input, 'year') ?? 0
  return {
    joinedYear: year,
    ...(input['hosted'] === true && own['hostedYear'] !== year ? { hostedYear: year } : {}),
  }
}
