import { isGiven, textOf } from '../../../kernel/field.ts'
import { type Command, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { basis, fields } from './fields.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const judging = { legalBasis: fields.legalBasis, provision: fields.provision } as const

const order: Command = {
  label: '要求摘牌撤并',
  by: ['district'],
  input: { answer: fields.answer },
  records: 'RemovalOrdered',
  says: '要求摘牌撤并：{answer}',
  keeps: ['answer'],
  to: 'removing',
  tells: ['site', 'demander'],
}

/**
 * 对口设立机构和加挂牌子: the register of bodies and plaques that departments above asked of a street
 * or a community, and on what law. A demand without such a law is a breach: the district is told,
 * answers, and the removal is verified.
 */
export const counterpartAndPlaqueBan = defineKind({
  name: 'counterpart-and-plaque-ban',
  label: '对口机构和挂牌登记',
  group: 'street-mandate',
  systems: ['counterpart-and-plaque-ban'],
  version: 1,
  about:
    '登记要求街道、社区对口设立的机构和加挂的牌子；没有机构编制法规依据的，由区里处理、摘牌、核验。',
  fields,
  title: 'name',
  slots: { k1: 'sort', k2: 'legalBasis', n1: 'demander', n2: 'site' },
  relations: {
    local: {
      label: '街道、社区',
      roles: [...staff, 'worker'],
      is: { unitType: ['street', 'community'], over: 'place' },
    },
    site: { label: '挂牌单位', roles: [...staff, 'worker'], is: { seat: 'site' } },
    demander: { label: '要求部门', roles: staff, is: { seat: 'demander' } },
    district: {
      label: '区委编办',
      roles: ['arbiter', 'head', 'clerk'],
      is: { seat: 'district' },
    },
    above: {
      label: '市、区党委政府和督查单位',
      roles: ['leader', 'secretary', 'supervisor', 'head'],
      is: { unitType: ['committee', 'government', 'supervision'], over: 'place' },
    },
  },
  see: ['local', 'demander', 'district', 'above'],
  seats: {
    site: { label: '挂牌单位', is: { field: 'site' } },
    demander: { label: '要求部门', is: { field: 'demander' } },
    district: { label: '区委编办', is: { function: 'ruling' } },
    committee: { label: '区委', is: { function: 'lead', level: 'district' } },
    government: { label: '区政府', is: { function: 'govern', level: 'district' } },
  },
  responsible: 'site',
  starts: {
    register: {
      label: '登记机构或牌子',
      by: ['local'],
      input: {
        name: fields.name,
        sort: fields.sort,
        demander: fields.demander,
        ...judging,
        demand: fields.demand,
      },
      records: 'PlaqueRegistered',
      says: '{demander}要求设立或加挂 {name}',
      keeps: ['name', 'sort', 'demander', 'legalBasis', 'provision', 'demand'],
      sets: ['seatsSite'],
      moves: [{ to: 'violation', when: 'lacksALegalBasis' }],
      to: 'standing',
      tells: ['district', 'committee', 'government'],
    },
  },
  states: {
    violation: {
      label: '违规要求',
      is: 'working',
      step: 1,
      expects: [{ seat: 'district', command: 'order', clock: 'answer' }],
      commands: {
        order,
        uphold: {
          label: '认定有依据',
          by: ['district'],
          input: { ...judging, answer: fields.answer },
          requires: ['namesALegalBasis'],
          records: 'BasisFound',
          says: '有法规依据（{provision}）：{answer}',
          keeps: ['legalBasis', 'provision', 'answer'],
          to: 'standing',
          tells: ['site'],
        },
        retract: {
          label: '撤回要求',
          by: ['demander'],
          input: { answer: fields.answer },
          records: 'DemandRetracted',
          says: '部门撤回要求：{answer}',
          keeps: ['answer'],
          to: 'removing',
          tells: ['site', 'district'],
        },
        noteAnswerLate: {
          label: '处理超时',
          by: ['clock'],
          records: 'ViolationAnsweredLate',
          says: '区里超过时限没有处理',
          tells: ['district', 'committee', 'government'],
        },
      },
    },
    standing: { label: '有依据保留', is: 'resting', step: 2, commands: { order } },
    removing: {
      label: '待摘牌撤并',
      is: 'working',
      step: 3,
      expects: [{ seat: 'site', command: 'remove', clock: 'remove' }],
      commands: {
        remove: {
          label: '已摘牌撤并',
          by: ['site'],
          records: 'PlaqueTakenDown',
          says: '{unit}已摘牌撤并',
          to: 'verifying',
          tells: ['district'],
        },
        noteRemoveLate: {
          label: '摘牌超时',
          by: ['clock'],
          records: 'RemovalRanLate',
          says: '超过摘牌时限',
          tells: ['site', 'district'],
        },
      },
    },
    verifying: {
      label: '待核验',
      is: 'working',
      step: 4,
      expects: [{ seat: 'district', command: 'verify', clock: 'verify' }],
      commands: {
        verify: {
          label: '核验通过',
          by: ['district'],
          records: 'RemovalVerified',
          says: '核验通过',
          to: 'removed',
          tells: ['site'],
        },
        again: {
          label: '核验未通过',
          by: ['district'],
          input: { answer: fields.answer },
          records: 'RemovalRefused',
          says: '核验未通过：{answer}',
          keeps: ['answer'],
          to: 'removing',
          tells: ['site'],
        },
        noteVerifyLate: {
          label: '核验超时',
          by: ['clock'],
          records: 'VerificationRanLate',
          says: '超过核验时限',
          tells: ['district'],
        },
      },
    },
    removed: { label: '已清理', is: 'end', step: 5 },
  },
  clocks: {
    answer: {
      label: '区里处理',
      stages: [{ limit: { parameter: 'plaque.answer' }, asks: 'noteAnswerLate' }],
      runs: ['violation'],
      basis,
    },
    remove: {
      label: '摘牌撤并',
      stages: [{ limit: { parameter: 'plaque.remove' }, asks: 'noteRemoveLate' }],
      runs: ['removing'],
      basis,
    },
    verify: {
      label: '核验',
      stages: [{ limit: { parameter: 'plaque.verify' }, asks: 'noteVerifyLate' }],
      runs: ['verifying'],
      basis,
    },
  },
  mainClock: 'answer',
  countedBy: 'sort',
  rules: {
    lacksALegalBasis: {
      id: 'R012',
      says: '有机构编制法规依据',
      basis,
      holds: ({ record }) => !isNamed(record.fields),
    },
    namesALegalBasis: {
      id: 'R012',
      says: '认定有依据，要写明机构编制专项法律法规和条款',
      basis,
      input: true,
      holds: ({ input }) => isNamed(input),
    },
  },
  setters: {
    seatsSite: ({ actor }) => ({
      fields: { site: actor.by === 'post' ? actor.post.unit : null },
    }),
  },
  claims: {
    plaque: { label: '同一单位的同一块牌子', fields: ['site', 'name'], while: 'open' },
  },
  counters: {
    registered: { label: '登记', on: { start: true } },
    violations: { label: '违规要求', on: { enters: 'violation' } },
    removed: { label: '清理', on: { enters: 'removed' } },
  },
  parameters: {
    'plaque.answer': limitParameter('违规要求处理时限', { qty: 10, unit: 'working-day' }),
    'plaque.remove': limitParameter('摘牌撤并时限', { qty: 20, unit: 'working-day' }),
    'plaque.verify': limitParameter('摘牌核验时限', { qty: 5, unit: 'working-day' }),
  },
})

/** A law on organs and posts together with the provision: 'none' and silence are none. */
function isNamed(values: Parameters<typeof textOf>[0]): boolean {
  const law = textOf(values, 'legalBasis')
  return law !== undefined && law !== 'none' && isGiven(values['provision'])
}
