import { numberOf } from '../../kernel/field.ts'
import { defineKind, type Rule } from '../../kernel/kind.ts'
import { narrowest } from '../../kernel/directory.ts'
import type { RecordState } from '../../kernel/record.ts'
import {
  host,
  hostSeat,
  isOwnArea,
  officials,
  organ,
  organiser,
  organiserSeat,
  organsOf,
  unitsIn,
  upper,
} from './meeting-parts.ts'

const basis = '党委领导、组织部门牵头、各部门各系统都有责任（中央关于城市基层党建的意见）'
const ours = ['host', 'organiser']

const fields = {
  title: { type: 'text', label: '事项', required: true, min: 4, max: 100 },
  host: { type: 'unit', label: '党委' },
  organiser: { type: 'unit', label: '组织部门' },
  lead: { type: 'unit', label: '牵头单位', help: '不填就由组织部门牵头' },
  acts: { type: 'number', label: '主要负责同志亲自抓的次数' },
} as const

const units = { type: 'units', label: '参加单位', required: true, max: 50 } as const

/** 责任事项: who leads and who takes part in a matter of a committee, what its principal leader did
 *  about it in person, and the policies and means given to it. */
export const responsibilityMatter = defineKind({
  name: 'responsibility-matter',
  label: '责任事项',
  group: 'four-level-linkage',
  systems: ['leadership-responsibility'],
  version: 1,
  about: '领导责任体系：每个事项一个牵头单位、若干参加单位，记录主要负责同志谋划推动和政策资源。',
  fields,
  title: 'title',
  slots: { n1: 'host', n2: 'lead' },
  searched: ['title'],
  relations: {
    organ,
    host,
    organiser,
    lead: { label: '牵头单位', roles: officials, is: { seat: 'lead' } },
    participant: { label: '参加单位', roles: officials, is: { party: 'participant' } },
    upper,
  },
  see: ['lead', 'participant', 'upper'],
  seats: {
    host: { ...hostSeat, label: '党委' },
    organiser: organiserSeat,
    lead: { label: '牵头单位', is: { field: 'lead' } },
  },
  responsible: 'host',
  starts: {
    set: {
      label: '设责任事项',
      by: ['organ'],
      input: { title: fields.title, lead: fields.lead, units },
      requires: ['isOwnArea', 'isCityOrDistrict', 'someoneTakesPart'],
      records: 'MatterSet',
      says: '{unit} 设责任事项',
      keeps: ['title'],
      sets: ['seatsLead', 'joinsThese'],
      to: 'inForce',
      tells: ['lead'],
    },
  },
  states: {
    inForce: {
      label: '执行中',
      is: 'resting',
      step: 1,
      commands: {
        act: {
          label: '记主要负责同志亲自抓',
          by: ours,
          input: {
            sort: {
              type: 'choice',
              label: '方式',
              required: true,
              options: [
                { value: 'plan', label: '谋划' },
                { value: 'push', label: '推动' },
              ],
            },
            words: { type: 'long', label: '内容', required: true, max: 1000 },
          },
          records: 'LeaderActed',
          says: '主要负责同志{sort}：{words}',
          sets: ['countsAct'],
        },
        support: {
          label: '记政策和资源',
          by: ['host', 'organiser', 'lead'],
          input: {
            sort: {
              type: 'choice',
              label: '类别',
              required: true,
              options: [
                { value: 'policy', label: '政策' },
                { value: 'money', label: '经费' },
                { value: 'staff', label: '人员编制' },
                { value: 'place', label: '场地设施' },
              ],
            },
            words: { type: 'long', label: '内容', required: true, max: 1000 },
          },
          records: 'MatterSupported',
          says: '{sort}：{words}',
        },
        changeLead: {
          label: '改牵头单位',
          by: ours,
          input: { lead: { ...fields.lead, required: true } },
          requires: ['leadTakesNoPart'],
          records: 'MatterLeadChanged',
          says: '由 {lead} 牵头',
          keeps: ['lead'],
          tells: ['lead'],
        },
        addUnits: {
          label: '加参加单位',
          by: ours,
          input: { units },
          requires: ['areNewUnits'],
          records: 'MatterUnitsAdded',
          says: '{units} 参加',
          sets: ['joinsThese'],
        },
        end: {
          label: '结束',
          by: ours,
          input: { reason: { type: 'text', label: '理由', required: true, max: 300 } },
          records: 'MatterEnded',
          says: '结束：{reason}',
          to: 'ended',
          grave: true,
        },
      },
    },
    ended: { label: '已结束', is: 'end', step: 2 },
  },
  parties: {
    participant: {
      label: '参加单位',
      start: 'taking',
      states: {
        taking: {
          label: '参加',
          is: 'resting',
          commands: {
            contribute: {
              label: '记本单位工作',
              by: ['self'],
              input: { words: { type: 'long', label: '工作', required: true, max: 1000 } },
              requires: ['isInForce'],
              records: 'ParticipantContributed',
              says: '{party}：{words}',
            },
            leave: {
              label: '不再参加',
              by: ours,
              requires: ['someoneStays'],
              records: 'ParticipantLeft',
              says: '{party} 不再参加',
              to: 'left',
            },
          },
        },
        left: { label: '不再参加', is: 'end' },
      },
    },
  },
  rules: {
    isOwnArea,
    isCityOrDistrict: {
      says: '责任事项由市、区两级党委设立',
      basis,
      holds: ({ record, world }) =>
        ['city', 'district'].includes(
          world.directory.areas.get(narrowest(record.place))?.level ?? '',
        ),
    },
    someoneTakesPart: {
      id: 'R119',
      says: '牵头单位只有一个，参加单位至少一个，并且不是牵头单位自己',
      basis,
      input: true,
      holds: (context) => {
        const { input, record } = context
        const lead = numberOf(input, 'lead') ?? organsOf(context, record.place).organiser
        const taking = unitsIn(input['units'])
        return taking.length > 0 && new Set([...taking, lead]).size === taking.length + 1
      },
    },
    leadTakesNoPart: {
      id: 'R119',
      says: '参加单位不能同时牵头',
      instead: '请先让它不再参加',
      basis,
      input: true,
      holds: ({ input, record }) => !taking(record).includes(numberOf(input, 'lead') ?? 0),
    },
    areNewUnits: {
      id: 'R119',
      says: '已经参加，或者是牵头单位',
      basis,
      input: true,
      holds: ({ input, record }) => {
        const known = [...taking(record), numberOf(record.fields, 'lead') ?? 0]
        const units = unitsIn(input['units'])
        return new Set([...known, ...units]).size === known.length + units.length
      },
    },
    someoneStays: {
      id: 'R119',
      says: '这是最后一个参加单位',
      instead: '请先加别的参加单位',
      basis,
      holds: ({ record }) => isInForce(record) && taking(record).length > 1,
    },
    isInForce: {
      says: '责任事项已经结束',
      basis,
      holds: ({ record }) => isInForce(record),
    },
  } satisfies Record<string, Rule>,
  setters: {
    seatsLead: (context) => {
      const organs = organsOf(context, context.record.place)
      const lead = numberOf(context.input, 'lead') ?? organs.organiser
      return { fields: { ...organs, lead, acts: 0 } }
    },
    joinsThese: ({ input }) => ({
      join: unitsIn(input['units']).map((unit) => ({ role: 'participant', unit })),
    }),
    countsAct: ({ record }) => ({ fields: { acts: (numberOf(record.fields, 'acts') ?? 0) + 1 } }),
  },
  counters: {
    acted: { label: '主要负责同志亲自抓', on: { event: 'LeaderActed' } },
  },
})

function taking({ parties }: RecordState): readonly number[] {
  return parties.filter(({ state }) => state === 'taking').map(({ unit }) => unit)
}

function isInForce({ state }: RecordState): boolean {
  return state === 'inForce'
}
