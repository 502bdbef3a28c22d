import { flagOf, isGiven, textOf } from '../../../kernel/field.ts'
import { type Command, defineKind } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import { actorUnit, streetOf } from '../reading.ts'
import { basis, fields } from './fields.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

const roster = { people: fields.people, posts: fields.posts } as const

const update: Command = {
  label: '更新名册',
  by: ['department', 'holder'],
  input: roster,
  records: 'RosterUpdated',
  says: '派驻 {people} 人 {posts}',
  keeps: ['people', 'posts'],
}

const delegate: Command = {
  label: '下放',
  by: ['department'],
  input: {
    commands: fields.commands,
    assesses: fields.assesses,
    document: fields.document,
    until: fields.until,
  },
  requires: ['delegatesSomething', 'endsLater'],
  records: 'CommandDelegated',
  says: '{document} 下放指挥调度、考核监督',
  keeps: ['commands', 'assesses', 'document', 'until'],
  sets: ['forgetsWhatIsNotGiven'],
  to: 'delegated',
  tells: ['holder'],
}

const withdraw: Command = {
  label: '撤回派驻',
  by: ['department'],
  input: { reason: fields.reason },
  records: 'ForceWithdrawn',
  says: '撤回派驻：{reason}',
  keeps: ['reason'],
  to: 'withdrawn',
  tells: ['holder'],
  grave: true,
}

/**
 * 派驻力量: a department's body stationed in a street, and whether command and assessment of it have
 * been delegated to the street. Orders and assessments rest on the delegation being in force.
 */
export const stationedForceCommand = defineKind({
  name: 'stationed-force-command',
  label: '派驻力量',
  group: 'street-mandate',
  systems: ['stationed-force-command'],
  version: 1,
  about: '派驻街道的执法、审批、服务力量：人数和岗位，指挥调度和考核监督是否下放给街道。',
  fields,
  title: 'body',
  slots: { k1: 'document', n1: 'holder', n2: 'department', t1: 'until' },
  relations: {
    stationing: {
      label: '主管部门',
      roles: staff,
      is: { unitType: ['department'], over: 'place' },
    },
    department: { label: '派出部门', roles: staff, is: { seat: 'department' } },
    holder: { label: '派驻街道', roles: staff, is: { seat: 'holder' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: {
    department: { label: '派出部门', is: { field: 'department' } },
    holder: { label: '派驻街道', is: { field: 'holder' } },
  },
  responsible: 'department',
  starts: {
    station: {
      label: '派驻街道',
      by: ['stationing'],
      input: { body: fields.body, ...roster },
      requires: ['isInAStreet'],
      records: 'ForceStationed',
      says: '{body}派驻街道，{people} 人',
      keeps: ['body', 'people', 'posts'],
      sets: ['seatsBoth'],
      to: 'stationed',
      tells: ['holder'],
    },
  },
  states: {
    stationed: {
      label: '派驻，未下放',
      is: 'resting',
      step: 1,
      commands: { update, delegate, withdraw },
    },
    delegated: {
      label: '已下放街道',
      is: 'resting',
      step: 2,
      commands: {
        update,
        delegate,
        revoke: {
          label: '收回下放',
          by: ['department'],
          input: { reason: fields.reason },
          records: 'DelegationRevoked',
          says: '收回下放：{reason}',
          keeps: ['reason'],
          sets: ['forgetsDelegation'],
          to: 'stationed',
          tells: ['holder'],
          grave: true,
        },
        expire: {
          label: '下放到期',
          by: ['clock'],
          records: 'DelegationExpired',
          says: '下放到期',
          sets: ['forgetsDelegation'],
          to: 'stationed',
          tells: ['holder', 'department'],
        },
        withdraw,
      },
    },
    withdrawn: { label: '已撤回', is: 'end', step: 3 },
  },
  clocks: {
    delegation: {
      label: '下放期限',
      stages: [{ limit: { until: 'until' }, asks: 'expire' }],
      runs: ['delegated'],
      restarts: ['CommandDelegated'],
      basis,
    },
  },
  rules: {
    isInAStreet: {
      says: '请写明派驻在哪个街道',
      instead: '请把地区选到街道',
      basis,
      holds: (context) => streetOf(context) !== undefined,
    },
    delegatesSomething: {
      says: '请写明下放指挥调度、考核监督中的哪一项',
      basis,
      input: true,
      holds: ({ input }) => flagOf(input, 'commands') || flagOf(input, 'assesses'),
    },
    endsLater: {
      says: '下放期限要在今天以后',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'until') ?? '9999') > dayOf(at),
    },
  },
  setters: {
    seatsBoth: (context) => ({
      fields: {
        department: actorUnit(context) ?? null,
        holder: streetOf(context)?.id ?? null,
      },
    }),
    forgetsWhatIsNotGiven: ({ input }) => ({
      fields: {
        commands: flagOf(input, 'commands'),
        assesses: flagOf(input, 'assesses'),
        until: isGiven(input['until']) ? (input['until'] ?? null) : null,
      },
    }),
    forgetsDelegation: () => ({
      fields: { commands: null, assesses: null, document: null, until: null },
    }),
  },
  claims: {
    body: { label: '同一机构派驻同一街道', fields: ['body', 'holder'], while: 'open' },
  },
  counters: {
    stationed: { label: '派驻', on: { start: true } },
    delegated: { label: '下放街道', on: { enters: 'delegated' } },
  },
})
