import { isGiven, listOf, numberOf } from '../../kernel/field.ts'
import { defineKind, limitParameter, type Context } from '../../kernel/kind.ts'
import { streetOf } from './reading.ts'
import { grantOf, notesUseOf } from './street-empowerment/using.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const basis = '街道范围内的公共事务，默认由街道党（工）委牵头（中央关于城市基层党建的意见）'
const sorts = [
  { value: 'order', label: '环境秩序' },
  { value: 'facility', label: '公共设施' },
  { value: 'safety', label: '公共安全' },
  { value: 'service', label: '公共服务' },
  { value: 'event', label: '公共活动' },
  { value: 'other', label: '其他' },
]

const fields = {
  name: { type: 'code', label: '公共事务', required: true, max: 80 },
  sort: { type: 'choice', label: '类别', required: true, options: sorts },
  lead: {
    type: 'unit',
    of: ['street', 'department'],
    label: '牵头单位',
    help: '不填就是街道党（工）委',
  },
  reason: {
    type: 'code',
    label: '不由街道牵头的理由',
    max: 300,
    help: '由别的单位牵头时必须写明',
  },
  isException: { type: 'flag', label: '不由街道牵头' },
  participants: { type: 'units', of: 'department', label: '参与部门', max: 20 },
  words: { type: 'long', label: '情况', required: true, max: 1000 },
  endReason: { type: 'code', label: '终止理由', required: true, max: 300 },
} as const

const leading = { lead: fields.lead, reason: fields.reason } as const

/**
 * 区域综合管理: the register of public affairs in a street's area, who leads each and which
 * departments take part. The street leads unless a reason says why not.
 */
export const areaIntegratedManagement = defineKind({
  name: 'area-integrated-management',
  label: '区域公共事务',
  group: 'street-mandate',
  systems: ['area-integrated-management'],
  version: 1,
  about: '街道辖区内公共事务的登记：街道牵头，换别的单位牵头要写明理由。',
  fields,
  title: 'name',
  slots: { k1: 'sort', n1: 'lead' },
  relations: {
    street: {
      label: '属地街道',
      roles: staff,
      is: { unitType: ['street'], over: 'place' },
    },
    above: {
      label: '区党委政府',
      roles: staff,
      is: { unitType: ['committee', 'government'], over: 'place' },
    },
    lead: { label: '牵头单位', roles: staff, is: { seat: 'lead' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: {
    lead: { label: '牵头单位', is: { field: 'lead' } },
    participant: { label: '参与部门', is: { self: 'party' } },
  },
  responsible: 'lead',
  starts: {
    register: {
      label: '登记公共事务',
      by: ['street', 'above'],
      input: {
        name: fields.name,
        sort: fields.sort,
        ...leading,
        participants: fields.participants,
      },
      requires: ['liesInAStreet', 'streetLeadsOrSaysWhyNot'],
      records: 'AffairRegistered',
      says: '登记公共事务：{name}',
      keeps: ['name', 'sort', 'reason'],
      sets: ['seatsLead', 'joinsParticipants'],
      facts: ['grant'],
      effects: ['notesUse'],
      to: 'managed',
      tells: ['lead', 'participant'],
    },
  },
  states: {
    managed: {
      label: '综合管理中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'lead', command: 'review', clock: 'review' }],
      commands: {
        review: {
          label: '记管理情况',
          by: ['lead'],
          input: { words: fields.words },
          records: 'AffairReviewed',
          says: '{words}',
          keeps: ['words'],
        },
        changeLead: {
          label: '调整牵头单位',
          by: ['street', 'above'],
          input: leading,
          requires: ['streetLeadsOrSaysWhyNot'],
          records: 'LeadChanged',
          says: '调整牵头单位：{lead} {reason}',
          keeps: ['reason'],
          sets: ['seatsLead'],
          tells: ['lead'],
        },
        addParticipants: {
          label: '增加参与部门',
          by: ['street', 'lead', 'above'],
          input: { participants: { ...fields.participants, required: true } },
          records: 'ParticipantsAdded',
          says: '增加参与部门 {participants}',
          sets: ['joinsParticipants'],
          tells: ['participant'],
        },
        noteReviewLate: {
          label: '该回看了',
          by: ['clock'],
          records: 'AffairReviewRanLate',
          says: '到了回看的时间还没有记管理情况',
          tells: ['lead'],
        },
        end: {
          label: '终止',
          by: ['street', 'above'],
          input: { endReason: fields.endReason },
          records: 'AffairEnded',
          says: '终止：{endReason}',
          keeps: ['endReason'],
          to: 'ended',
          grave: true,
        },
      },
    },
    ended: { label: '已终止', is: 'end', step: 2 },
  },
  parties: {
    participant: {
      label: '参与部门',
      start: 'taking',
      states: { taking: { label: '参与', is: 'resting' } },
    },
  },
  clocks: {
    review: {
      label: '回看',
      stages: [{ limit: { parameter: 'affair.review' }, asks: 'noteReviewLate' }],
      runs: ['managed'],
      restarts: ['AffairReviewed', 'AffairReviewRanLate'],
      basis,
    },
  },
  countedBy: 'sort',
  facts: { grant: grantOf('areaManagement') },
  rules: {
    liesInAStreet: {
      says: '公共事务登记在街道',
      instead: '请把地区选到街道或社区',
      basis,
      holds: (context) => streetOf(context) !== undefined,
    },
    streetLeadsOrSaysWhyNot: {
      id: 'R010',
      says: '这类事务默认由街道党（工）委牵头；换别的单位牵头要写明理由',
      instead: '请写明理由，或不填牵头单位',
      basis,
      input: true,
      holds: (context) => !isException(context) || isGiven(context.input['reason']),
    },
  },
  setters: {
    seatsLead: (context) => ({
      fields: {
        lead: numberOf(context.input, 'lead') ?? streetOf(context)?.id ?? null,
        isException: isException(context),
        ...(isException(context) ? {} : { reason: null }),
      },
    }),
    joinsParticipants: ({ input, record }) => ({
      join: listOf(input, 'participants').flatMap((unit) =>
        typeof unit !== 'number' || record.parties.some((party) => party.unit === unit)
          ? []
          : [{ role: 'participant', unit }],
      ),
    }),
  },
  effects: { notesUse: notesUseOf('grant') },
  counters: {
    registered: { label: '登记', on: { start: true } },
    exceptions: { label: '不由街道牵头', cohort: ({ fields: own }) => own['isException'] === true },
  },
  parameters: {
    'affair.review': limitParameter('公共事务多久回看一次', { qty: 90, unit: 'day' }),
  },
})

function isException(context: Context): boolean {
  const lead = numberOf(context.input, 'lead')
  return lead !== undefined && lead !== streetOf(context)?.id
}
