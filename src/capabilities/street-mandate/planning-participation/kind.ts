import { listOf } from '../../../kernel/field.ts'
import { type Command, defineKind, limitParameter, type PartyKind } from '../../../kernel/kind.ts'
import { consultation } from '../../../kernel/patterns/consultation.ts'
import { areaHolds } from '../../../kernel/area-tree.ts'
import { narrowest } from '../../../kernel/directory.ts'
import { actorUnit } from '../reading.ts'
import { grantOf, notesUseOf } from '../street-empowerment/using.ts'
import { fields } from './fields.ts'

const staff = ['clerk', 'head', 'leader', 'secretary'] as const
const basis = '规划动到哪个街道，就要先听哪个街道党（工）委的意见（中央关于城市基层党建的意见）'
const heard = consultation({
  role: 'affected',
  label: '涉及的街道',
  roles: staff,
  asker: 'planner',
  conclusions: [
    { value: 'agree', label: '同意' },
    { value: 'change', label: '建议修改' },
    { value: 'object', label: '不同意' },
  ],
  parameter: 'planning.opinion',
  limit: { qty: 10, unit: 'working-day' },
  basis,
})

const send: Command = {
  label: '送征求意见',
  by: ['planning'],
  input: {
    title: fields.title,
    stage: fields.stage,
    amends: fields.amends,
    content: fields.content,
    affected: { ...fields.affected, required: true },
  },
  requires: ['namesStreetsHere'],
  records: 'OpinionsAsked',
  says: '{stage}《{title}》，征求 {affected} 意见',
  keeps: ['title', 'stage', 'amends', 'content'],
  sets: ['asksStreets'],
  to: 'consulting',
  tells: ['affected'],
}

/**
 * 规划听取意见: a plan, made or amended, that touches streets. It is not submitted while a street has
 * neither answered nor let its time pass, and what became of each opinion is said, with a reason
 * where it was not adopted.
 */
export const planningParticipation = defineKind({
  name: 'planning-participation',
  label: '规划征求街道意见',
  group: 'street-mandate',
  systems: ['planning-participation'],
  version: 1,
  about: '规划的制定和修改动到的街道逐个征求意见，说明采纳情况后才能提交审定。',
  fields,
  title: 'title',
  slots: { k1: 'stage', k2: 'result', n1: 'planner' },
  searched: ['title', 'content'],
  relations: {
    planning: {
      label: '规划组织单位',
      roles: staff,
      is: { unitType: ['department', 'government'], over: 'place' },
    },
    planner: { label: '送件单位', roles: staff, is: { seat: 'planner' } },
    above: {
      label: '市、区党委政府',
      roles: ['leader', 'secretary'],
      is: { unitType: ['committee', 'government'], over: 'place' },
    },
    ...heard.relations,
  },
  see: ['planner', 'affectedSpeaker', 'above'],
  seats: { planner: { label: '送件单位', is: { field: 'planner' } }, ...heard.seats },
  responsible: 'planner',
  starts: { send },
  states: {
    consulting: {
      label: '征求意见中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'planner', command: 'submit', clock: 'consult' }],
      commands: {
        add: {
          label: '增加街道',
          by: ['planner'],
          input: { affected: { ...fields.affected, required: true } },
          requires: ['namesStreetsHere'],
          records: 'MoreAsked',
          says: '增加征求 {affected} 意见',
          sets: ['asksStreets'],
          tells: ['affected'],
        },
        submit: {
          label: '提交审定',
          by: ['planner'],
          requires: ['allHeard', 'allWeighed'],
          records: 'PlanSubmitted',
          says: '提交审定',
          to: 'submitted',
          tells: ['affected'],
        },
        drop: {
          label: '不再推进',
          by: ['planner'],
          input: { reason: fields.reason },
          records: 'PlanDropped',
          says: '不再推进：{reason}',
          keeps: ['reason'],
          to: 'filed',
          tells: ['affected'],
          grave: true,
        },
        noteConsultLate: {
          label: '征求意见超时',
          by: ['clock'],
          records: 'ConsultingRanLate',
          says: '征求意见超过时限',
          tells: ['planner'],
        },
      },
    },
    submitted: {
      label: '已提交审定',
      is: 'working',
      step: 2,
      expects: [{ seat: 'planner', command: 'file', clock: 'decide' }],
      commands: {
        file: {
          label: '记审定结果并归档',
          by: ['planner'],
          input: { result: fields.result, document: fields.document },
          records: 'PlanFiled',
          says: '{result} {document}',
          keeps: ['result', 'document'],
          to: 'filed',
          tells: ['affected'],
        },
        ask: {
          label: '退回重新征求意见',
          by: ['planner'],
          input: { reason: fields.reason },
          records: 'OpinionsAskedAgain',
          says: '重新征求意见：{reason}',
          keeps: ['reason'],
          sets: ['asksAllAgain'],
          to: 'consulting',
          tells: ['affected'],
        },
        noteDecideLate: {
          label: '审定超时',
          by: ['clock'],
          records: 'DecidingRanLate',
          says: '提交后超过时限没有审定结果',
          tells: ['planner'],
        },
      },
    },
    filed: { label: '已归档', is: 'end', step: 3 },
  },
  parties: { affected: notingUse(heard.parties['affected']) },
  clocks: {
    consult: {
      label: '征求意见',
      stages: [{ limit: { parameter: 'planning.consult' }, asks: 'noteConsultLate' }],
      runs: ['consulting'],
      basis,
    },
    decide: {
      label: '审定',
      stages: [{ limit: { parameter: 'planning.decide' }, asks: 'noteDecideLate' }],
      runs: ['submitted'],
      basis,
    },
  },
  mainClock: 'consult',
  countedBy: 'stage',
  facts: { grant: grantOf('planning') },
  rules: {
    ...heard.rules,
    allHeard: { ...heard.rules.allHeard, id: 'R009' },
    allWeighed: { ...heard.rules.allWeighed, id: 'R009' },
    saysWhyNot: { ...heard.rules.saysWhyNot, id: 'R009' },
    namesStreetsHere: {
      says: '请写明规划范围内涉及的街道',
      instead: '只能选规划所在地区的街道',
      basis,
      input: true,
      holds: ({ input, record, world: { directory } }) => {
        const named = listOf(input, 'affected')
        return (
          named.length > 0 &&
          named.every((one) => {
            const unit = typeof one === 'number' ? directory.units.get(one) : undefined
            return (
              unit?.type === 'street' && areaHolds(directory, narrowest(record.place), unit.area)
            )
          })
        )
      },
    },
  },
  setters: {
    ...heard.setters,
    asksStreets: (context) => ({
      ...(context.starting ? { fields: { planner: actorUnit(context) ?? null } } : {}),
      join: listOf(context.input, 'affected').flatMap((unit) =>
        typeof unit !== 'number' || context.record.parties.some((party) => party.unit === unit)
          ? []
          : [{ role: 'affected', unit }],
      ),
    }),
    asksAllAgain: ({ record }) => ({
      join: record.parties.map(({ role, unit }) => ({ role, unit })),
    }),
  },
  effects: { notesUse: notesUseOf('grant') },
  counters: {
    asked: { label: '征求街道意见', party: 'affected', counts: () => true },
    answered: {
      label: '街道反馈',
      party: 'affected',
      counts: ({ state }) => state === 'answered' || state === 'weighed',
    },
    lapsed: { label: '逾期未反馈', party: 'affected', counts: ({ state }) => state === 'lapsed' },
    adopted: {
      label: '采纳或部分采纳',
      party: 'affected',
      counts: ({ fields: own }) => own['outcome'] === 'adopted' || own['outcome'] === 'partly',
    },
    submitted: { label: '提交审定', on: { enters: 'submitted' } },
  },
  parameters: {
    ...heard.parameters,
    'planning.consult': limitParameter('规划征求意见时限', { qty: 30, unit: 'working-day' }),
    'planning.decide': limitParameter('规划审定时限', { qty: 60, unit: 'working-day' }),
  },
})

/** A street's opinion is an exercise of its right to take part in planning. */
function notingUse(party: PartyKind | undefined): PartyKind {
  const { label = '', start = '', states = {}, clocks = {} } = party ?? {}
  const noting = Object.entries(states).map(([name, state]) => {
    const answer = state.commands?.['answer']
    if (answer === undefined) return [name, state] as const
    const noted = { ...answer, facts: ['grant'], effects: ['notesUse'] }
    return [name, { ...state, commands: { ...state.commands, answer: noted } }] as const
  })
  return { label, start, clocks, states: Object.fromEntries(noting) }
}
