import { type Command, defineKind, limitParameter } from '../../../kernel/kind.ts'
import { actorUnit, streetOf } from '../reading.ts'
import { basis, fields } from './fields.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const

const recall: Command = {
  label: '收回',
  by: ['above', 'from'],
  input: { reason: fields.reason },
  records: 'ItemRecalled',
  says: '收回：{reason}',
  keeps: ['reason'],
  to: 'recalled',
  tells: ['holder'],
  grave: true,
}

/**
 * 行政处罚事项下放: one penalty item handed over to one street, one at a time: the next is handed over
 * when the street has said how it carries the last. The street's one enforcement team acts on it.
 */
export const penaltyDelegation = defineKind({
  name: 'penalty-delegation',
  label: '行政处罚事项下放',
  group: 'street-mandate',
  systems: ['penalty-delegation'],
  version: 1,
  about: '处罚事项逐项交给街道：依据、文号、承接评估，由一支队伍执法。',
  fields,
  title: 'item',
  slots: { k1: 'area', k2: 'item', n1: 'holder', n2: 'from', t1: 'handedOn' },
  relations: {
    above: {
      label: '市、区政府',
      roles: staff,
      is: { unitType: ['government'], over: 'place' },
    },
    department: { label: '部门', roles: staff, is: { unitType: ['department'], over: 'place' } },
    from: { label: '下放部门', roles: staff, is: { seat: 'from' } },
    holder: { label: '承接街道', roles: staff, is: { seat: 'holder' } },
    reader: { label: '工作人员', is: { anyone: 'post' } },
  },
  see: ['reader'],
  seats: {
    from: { label: '下放部门', is: { field: 'from' } },
    holder: { label: '承接街道', is: { field: 'holder' } },
  },
  responsible: 'holder',
  starts: {
    propose: {
      label: '拟下放',
      by: ['above', 'department'],
      input: { item: fields.item, area: fields.area, law: fields.law },
      requires: ['isAStreet'],
      records: 'ItemProposed',
      says: '拟下放{item}（{area}）',
      keeps: ['item', 'area', 'law'],
      sets: ['seatsBoth'],
      to: 'proposed',
      tells: ['holder'],
    },
  },
  states: {
    proposed: {
      label: '拟下放',
      is: 'working',
      step: 1,
      expects: [{ seat: 'from', command: 'handOver', clock: 'handOver' }],
      commands: {
        handOver: {
          label: '下放',
          by: ['above', 'from'],
          input: { document: fields.document, handedOn: fields.handedOn },
          requires: ['oneAtATime'],
          records: 'ItemHandedOver',
          says: '{document} 下放，{handedOn} 起',
          keeps: ['document', 'handedOn'],
          to: 'handed',
          tells: ['holder'],
        },
        drop: {
          label: '不下放',
          by: ['above', 'from'],
          input: { reason: fields.reason },
          records: 'ItemDropped',
          says: '不下放：{reason}',
          keeps: ['reason'],
          to: 'recalled',
          tells: ['holder'],
          grave: true,
        },
        noteLate: {
          label: '下放超时',
          by: ['clock'],
          records: 'HandoverRanLate',
          says: '拟下放后超过时限没有下放',
          tells: ['from'],
        },
      },
    },
    handed: {
      label: '已下放待承接评估',
      is: 'working',
      step: 2,
      expects: [{ seat: 'holder', command: 'assess', clock: 'assess' }],
      commands: {
        assess: {
          label: '承接评估',
          by: ['holder'],
          input: { finding: fields.finding, words: fields.words },
          requires: ['hasOneTeam'],
          records: 'ItemAssessed',
          says: '{finding} {words}',
          keeps: ['finding', 'words'],
          sets: ['keepsTeam'],
          to: 'inForce',
          tells: ['from'],
        },
        noteAssessLate: {
          label: '评估超时',
          by: ['clock'],
          records: 'AssessmentRanLate',
          says: '超过承接评估时限',
          tells: ['holder', 'from'],
        },
        recall,
      },
    },
    inForce: { label: '街道行使中', is: 'resting', step: 3, commands: { recall } },
    recalled: { label: '已收回', is: 'end', step: 4 },
  },
  clocks: {
    handOver: {
      label: '下放',
      stages: [{ limit: { parameter: 'penalty.handOver' }, asks: 'noteLate' }],
      runs: ['proposed'],
      basis,
    },
    assess: {
      label: '承接评估',
      stages: [{ limit: { parameter: 'penalty.assess' }, asks: 'noteAssessLate' }],
      runs: ['handed'],
      basis,
    },
  },
  mainClock: 'assess',
  countedBy: 'area',
  facts: {
    waiting: {
      kind: 'penalty-delegation',
      where: { holder: { field: 'holder' } },
      states: ['handed'],
      want: 'list',
    },
    team: {
      kind: 'enforcement-team',
      where: { holder: { own: 'asker' } },
      states: ['standing'],
      want: 'first',
    },
  },
  rules: {
    isAStreet: {
      says: '处罚事项下放到街道',
      instead: '请把地区选到街道',
      basis,
      holds: (context) => streetOf(context) !== undefined,
    },
    oneAtATime: {
      id: 'R115',
      says: '上一项下放的处罚事项街道还没有作承接评估，事项要逐项下放',
      instead: '等街道评估以后再下放下一项',
      basis,
      input: true,
      facts: ['waiting'],
      holds: ({ facts }) => facts['waiting']?.rows.length === 0,
    },
    hasOneTeam: {
      says: '街道还没有登记执法队伍（一支队伍管执法）',
      instead: '请先登记街道的综合执法队',
      basis,
      input: true,
      facts: ['team'],
      holds: ({ facts }) => facts['team']?.rows.length === 1,
    },
  },
  setters: {
    seatsBoth: (context) => ({
      fields: { from: actorUnit(context) ?? null, holder: streetOf(context)?.id ?? null },
    }),
    keepsTeam: ({ facts }) => ({ fields: { team: facts['team']?.rows[0]?.id ?? null } }),
  },
  claims: {
    item: { label: '同一街道的同一事项', fields: ['holder', 'item'], while: 'open' },
  },
  counters: {
    handedOver: { label: '下放', on: { enters: 'handed' } },
    takenOn: { label: '承接', on: { enters: 'inForce' } },
    recalled: { label: '收回', on: { event: 'ItemRecalled' } },
  },
  parameters: {
    'penalty.handOver': limitParameter('拟下放办理时限', { qty: 60, unit: 'working-day' }),
    'penalty.assess': limitParameter('街道承接评估时限', { qty: 20, unit: 'working-day' }),
  },
})
