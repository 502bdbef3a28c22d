import { listOf, type Values } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { basis, onlyTheCommander, practice, staff, zone } from '../war-zone-command/zone.ts'
import { fields, force } from './force.ts'

/**
 * 战区调度令: the commander of a zone orders the departments' forces; they arrive, handle, and are
 * released when all have finished. Then the street says how each department worked.
 */
export const zoneOrder = defineKind({
  name: 'zone-order',
  label: '战区调度令',
  group: 'command-response',
  systems: ['war-zone-command'],
  version: 1,
  about: '总指挥调度部门力量：下令、到位、处置、撤收，撤收后评价每个部门的工作。',
  practices: [practice],
  fields,
  title: 'title',
  titleElse: 'matter',
  slots: { k1: 'zone', k2: 'mode', n1: 'holder' },
  searched: ['title', 'matter'],
  relations: {
    commanding: { label: '属地街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    street: { label: '战区街道', roles: staff, is: { seat: 'holder' } },
    force: { label: '被调度力量', roles: staff, is: { party: 'force' } },
    above: {
      label: '市、区领导和督查单位',
      roles: ['leader', 'secretary', 'supervisor'],
      is: { unitType: ['committee', 'government', 'supervision'], over: 'place' },
    },
  },
  see: ['street', 'force', 'above'],
  seats: {
    holder: { label: '战区街道', is: { field: 'holder' } },
    force: { label: '被调度力量', is: { self: 'party' } },
  },
  responsible: 'holder',
  starts: {
    order: {
      label: '下达战区调度令',
      by: ['commanding'],
      input: { title: fields.title, matter: fields.matter, forces: fields.forces },
      requires: ['onlyTheCommander', 'namesForces'],
      records: 'ZoneOrdered',
      says: '调度 {forces}：{matter}',
      keeps: ['title', 'matter'],
      sets: ['ordersForces'],
      facts: ['grant'],
      effects: ['notesUse'],
      to: 'underway',
      tells: ['force'],
    },
  },
  states: {
    underway: {
      label: '调度中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'holder', command: 'withdraw', clock: 'whole' }],
      commands: {
        reinforce: {
          label: '增派力量',
          by: ['street'],
          input: { forces: fields.forces },
          requires: ['onlyTheCommander', 'namesForces'],
          records: 'ZoneReinforced',
          says: '增派 {forces}',
          sets: ['ordersMore'],
          tells: ['force'],
        },
        withdraw: {
          label: '撤收',
          by: ['street'],
          requires: ['onlyTheCommander', 'allHandled'],
          records: 'ForcesWithdrawn',
          says: '力量撤收，请评价各部门',
          effects: ['opensEvaluations'],
          to: 'withdrawn',
          tells: ['force'],
        },
        noteLate: {
          label: '撤收超时',
          by: ['clock'],
          records: 'OrderRanLate',
          says: '调度令下达以后超过时限没有撤收',
          tells: ['holder'],
        },
      },
    },
    withdrawn: { label: '已撤收', is: 'end', step: 2 },
  },
  parties: { force },
  clocks: {
    whole: {
      label: '撤收',
      stages: [{ limit: { parameter: 'zone.whole' }, asks: 'noteLate' }],
      runs: ['underway'],
      basis,
    },
  },
  mainClock: 'whole',
  countedBy: 'mode',
  facts: {
    zone,
    grant: {
      kind: 'street-empowerment',
      where: { holder: { own: 'asker' }, power: { value: 'dispatch' } },
      states: ['acknowledged', 'exercised'],
      want: 'first',
    },
  },
  rules: {
    onlyTheCommander,
    namesForces: {
      says: '只能调度已经编入战区的部门力量，至少一个',
      instead: '请先把部门编入战区',
      basis,
      input: true,
      facts: ['zone'],
      holds: ({ input, facts }) => {
        const named = listOf(input, 'forces')
        const inZone = listOf(facts['zone']?.rows[0]?.fields ?? {}, 'forces')
        return named.length > 0 && named.every((one) => inZone.includes(one))
      },
    },
    allHandled: {
      says: '还有力量没有处置完成，事不完、人不撤',
      basis,
      holds: ({ record }) => record.parties.every(({ state }) => state === 'handled'),
    },
  },
  setters: {
    ordersForces: ({ input, facts }) => {
      const found = facts['zone']?.rows[0]
      return {
        fields: {
          zone: found?.id ?? null,
          mode: found?.state ?? null,
          holder: found?.fields['holder'] ?? null,
        },
        join: called(input, []),
      }
    },
    ordersMore: ({ input, record }) => ({
      join: called(
        input,
        record.parties.map(({ unit }) => unit),
      ),
    }),
    keepsResult: ({ input }) => ({ party: { result: input['result'] ?? null } }),
  },
  effects: {
    notesUse: ({ facts }) =>
      (facts['grant']?.rows ?? []).map(({ id }) => ({
        ask: id,
        kind: 'street-empowerment',
        command: 'noteUse',
        input: {},
      })),
    opensEvaluations: ({ record }) =>
      record.parties.map(({ unit }) => ({
        open: 'department-evaluation',
        command: 'invite',
        place: record.place,
        input: { order: record.id, street: record.fields['holder'] ?? null, department: unit },
        words: { title: record.title },
      })),
  },
  counters: {
    ordered: { label: '调度', on: { start: true } },
    called: { label: '被调度', party: 'force', counts: () => true },
    withdrawn: { label: '撤收', on: { enters: 'withdrawn' } },
    late: { label: '撤收超时', on: { event: 'OrderRanLate' } },
  },
  parameters: {
    'zone.arrive.daily': limitParameter('平时调度到位时限', { qty: 4, unit: 'working-hour' }),
    'zone.arrive.emergency': limitParameter('战时调度到位时限', { qty: 30, unit: 'minute' }),
    'zone.handle': limitParameter('战区处置时限', { qty: 3, unit: 'working-day' }),
    'zone.whole': limitParameter('战区调度令撤收时限', { qty: 7, unit: 'working-day' }),
  },
})

function called(input: Values, known: readonly number[]) {
  return listOf(input, 'forces').flatMap((unit) =>
    typeof unit !== 'number' || known.includes(unit) ? [] : [{ role: 'force', unit }],
  )
}
