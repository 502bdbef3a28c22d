import { unitFor } from '../../kernel/directory.ts'
import { isGiven, listOf, numberOf } from '../../kernel/field.ts'
import { type Command, type Context, defineKind } from '../../kernel/kind.ts'

const levels = [
  { value: 'street', label: '街道督办' },
  { value: 'district', label: '区督办' },
  { value: 'city', label: '市督办' },
  { value: 'cityLate', label: '市督办逾期' },
] as const

const fields = {
  title: { type: 'text', label: '标题', max: 60 },
  whistle: { type: 'record', of: 'street-whistle', label: '督办的吹哨' },
  appeal: { type: 'record', of: 'resident-appeal', label: '督办的诉求' },
  street: { type: 'unit', label: '督办街道' },
  unit: { type: 'unit', label: '督办对象' },
  matter: { type: 'long', label: '督办事项和要求', required: true, min: 2, max: 1000 },
  level: { type: 'choice', label: '督办层级', options: levels },
  overseer: { type: 'unit', label: '核实单位' },
  reply: { type: 'long', label: '答复', max: 1000 },
  reason: { type: 'text', label: '退回理由', max: 300 },
} as const

const working = ['clerk', 'dispatcher', 'head', 'worker'] as const
const basis = '街道统筹协调权、督办权'
const limit = (label: string, qty: number, unit: string) =>
  ({
    label,
    type: 'limit',
    default: { qty, unit },
    basis: '本市参数，可在设置中修改',
  }) as const

const close: Command = {
  label: '核实销号',
  by: ['overseer'],
  requires: ['unitHasReplied'],
  records: 'SupervisionClosed',
  says: '核实通过，销号',
  to: 'closed',
  tells: ['unit', 'street'],
}

const escalate: Command = {
  label: '逾期升级',
  by: ['clock'],
  records: 'SupervisionEscalated',
  says: '逾期没有答复，督办升级',
  sets: ['climbs'],
  tells: ['unit', 'street', 'overseer'],
}

/**
 * 督办: a street presses a department on a whistle or an appeal that ran late or was badly handled.
 * Unanswered, it climbs from the street to the district and to the city; it closes only on a reply
 * that whoever oversees it has verified.
 */
export const supervisionOrder = defineKind({
  name: 'supervision-order',
  label: '督办单',
  group: 'command-response',
  systems: ['coordination-supervision-power'],
  version: 1,
  about: '街道对超时或办理不力的部门下达督办单，逾期不答复的升级到区、市，答复经核实后销号。',
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'whistle', k2: 'appeal', k3: 'level', n1: 'unit', n2: 'street' },
  searched: ['title', 'matter'],
  relations: {
    orderer: { label: '属地街道', roles: working, is: { unitType: ['street'], over: 'place' } },
    street: { label: '督办街道', roles: working, is: { seat: 'street' } },
    unit: { label: '督办对象', roles: working, is: { seat: 'unit' } },
    overseer: {
      label: '核实单位',
      roles: [...working, 'supervisor'],
      is: { seat: 'overseer' },
    },
    supervisor: {
      label: '督查单位',
      roles: ['supervisor', 'head'],
      is: { function: 'supervise', over: 'place' },
    },
    leader: {
      label: '属地领导',
      roles: ['leader'],
      is: { unitType: ['committee', 'street'], over: 'place' },
    },
  },
  see: ['street', 'unit', 'overseer', 'supervisor', 'leader'],
  seats: {
    street: { label: '督办街道', is: { field: 'street' } },
    unit: { label: '督办对象', is: { field: 'unit' } },
    overseer: { label: '核实单位', is: { field: 'overseer' } },
  },
  responsible: 'unit',
  starts: {
    order: {
      label: '下达督办单',
      by: ['orderer'],
      input: {
        title: fields.title,
        whistle: fields.whistle,
        appeal: fields.appeal,
        unit: { ...fields.unit, required: true },
        matter: fields.matter,
      },
      requires: ['restsOnALateMatter'],
      records: 'SupervisionOrdered',
      says: '督办 {unit}：{matter}',
      keeps: ['title', 'whistle', 'appeal', 'unit', 'matter'],
      sets: ['beginsAtTheStreet'],
      to: 'issued',
      tells: ['unit'],
    },
    orderForWhistle: {
      label: '就吹哨督办',
      by: ['effect'],
      input: {
        title: fields.title,
        whistle: { ...fields.whistle, required: true },
        street: { ...fields.street, required: true },
        unit: { ...fields.unit, required: true },
        matter: fields.matter,
      },
      records: 'SupervisionOrderedForWhistle',
      says: '督办 {unit}：{matter}',
      keeps: ['title', 'whistle', 'street', 'unit', 'matter'],
      sets: ['beginsAtTheStreet'],
      to: 'issued',
      tells: ['unit'],
    },
  },
  states: {
    issued: {
      label: '待签收',
      is: 'working',
      step: 1,
      expects: [{ seat: 'unit', command: 'sign', clock: 'sign' }],
      commands: {
        sign: {
          label: '签收',
          by: ['unit'],
          records: 'SupervisionSigned',
          says: '签收督办单',
          to: 'signed',
          tells: ['street'],
        },
        noteSignLate: {
          label: '签收超时',
          by: ['clock'],
          records: 'SupervisionSignedLate',
          says: '超过签收时限',
          tells: ['unit', 'street'],
        },
        escalate,
      },
    },
    signed: {
      label: '待答复',
      is: 'working',
      step: 2,
      expects: [{ seat: 'unit', command: 'reply', clock: 'reply' }],
      commands: {
        reply: {
          label: '答复',
          by: ['unit'],
          input: { reply: { ...fields.reply, required: true, min: 2 } },
          records: 'SupervisionReplied',
          says: '答复：{reply}',
          keeps: ['reply'],
          to: 'replied',
          tells: ['overseer', 'street'],
        },
        close,
        escalate,
      },
    },
    replied: {
      label: '待核实',
      is: 'working',
      step: 3,
      expects: [{ seat: 'overseer', command: 'close', clock: 'verify' }],
      commands: {
        close,
        again: {
          label: '退回重办',
          by: ['overseer'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'SupervisionRenewed',
          says: '核实未通过，退回：{reason}',
          keeps: ['reason'],
          sets: ['forgetsReply'],
          to: 'signed',
          tells: ['unit'],
        },
        noteVerifyLate: {
          label: '核实超时',
          by: ['clock'],
          records: 'VerificationRanLate',
          says: '超过核实时限',
          tells: ['overseer'],
        },
      },
    },
    closed: { label: '已销号', is: 'end', step: 4 },
  },
  clocks: {
    sign: {
      label: '签收',
      stages: [{ limit: { parameter: 'supervision.sign' }, asks: 'noteSignLate' }],
      runs: ['issued'],
      basis,
    },
    reply: {
      label: '答复',
      stages: [
        {
          limit: {
            field: 'level',
            parameters: {
              street: 'supervision.street',
              district: 'supervision.district',
              city: 'supervision.city',
            },
          },
          asks: 'escalate',
        },
      ],
      runs: ['issued', 'signed'],
      restarts: ['SupervisionEscalated'],
      basis,
    },
    verify: {
      label: '核实',
      stages: [{ limit: { parameter: 'supervision.verify' }, asks: 'noteVerifyLate' }],
      runs: ['replied'],
      basis,
    },
  },
  mainClock: 'reply',
  facts: {
    whistle: { kind: 'street-whistle', where: { id: { input: 'whistle' } }, want: 'first' },
    appeal: {
      kind: 'resident-appeal',
      where: { id: { input: 'appeal' } },
      within: 'place',
      want: 'first',
    },
  },
  rules: {
    restsOnALateMatter: {
      id: 'R019',
      says: '只能就本街道超时或被退回的吹哨、辖区内超时的诉求，督办承担它的部门',
      instead: '没有超时的，可以先催办',
      basis,
      input: true,
      facts: ['whistle', 'appeal'],
      holds: (context) => {
        const unit = context.world.directory.units.get(numberOf(context.input, 'unit') ?? 0)
        return unit?.type === 'department' && (isLateWhistle(context) || isLateAppeal(context))
      },
    },
    unitHasReplied: {
      id: 'R019',
      says: '督办对象还没有答复，不能销号',
      basis,
      holds: ({ record }) => isGiven(record.fields['reply']),
    },
  },
  setters: {
    beginsAtTheStreet: ({ input, actor }) => {
      const street = actor.by === 'post' ? actor.post.unit : (input['street'] ?? null)
      return { fields: { street, overseer: street, level: 'street' } }
    },
    /** One level up: who supervises there verifies from now on. */
    climbs: ({ record, world }) => {
      const at = levels.findIndex(({ value }) => value === record.fields['level'])
      const level = levels[at + 1]?.value ?? 'cityLate'
      if (level === 'cityLate') return { fields: { level } }
      const overseer = unitFor(world.directory, { function: 'supervise', level }, record.place)?.id
      return { fields: { level, ...(overseer === undefined ? {} : { overseer }) } }
    },
    forgetsReply: () => ({ fields: { reply: null } }),
  },
  claims: {
    whistle: { label: '同一吹哨对同一单位的督办', fields: ['whistle', 'unit'], while: 'open' },
    appeal: { label: '同一诉求对同一单位的督办', fields: ['appeal', 'unit'], while: 'open' },
  },
  counters: {
    ordered: { label: '督办', on: { start: true } },
    escalated: { label: '督办升级', on: { event: 'SupervisionEscalated' } },
  },
  parameters: {
    'supervision.sign': limit('督办签收时限', 1, 'working-day'),
    'supervision.street': limit('街道督办答复时限', 3, 'working-day'),
    'supervision.district': limit('区督办答复时限', 3, 'working-day'),
    'supervision.city': limit('市督办答复时限', 5, 'working-day'),
    'supervision.verify': limit('督办核实时限', 3, 'working-day'),
  },
})

function isLateWhistle({ facts, input, actor }: Context): boolean {
  const found = facts['whistle']?.rows[0]?.fields
  const unit = numberOf(input, 'unit')
  if (found === undefined || unit === undefined) return false
  const isOwn = actor.by === 'post' && found['street'] === actor.post.unit
  const wasSentBack = found['lead'] === unit && (numberOf(found, 'sentBack') ?? 0) > 0
  return isOwn && (wasSentBack || listOf(found, 'lateUnits').includes(unit))
}

function isLateAppeal({ facts, input }: Context): boolean {
  const found = facts['appeal']?.rows[0]?.fields
  return (
    found !== undefined && found['lead'] === numberOf(input, 'unit') && isGiven(found['lateAt'])
  )
}
