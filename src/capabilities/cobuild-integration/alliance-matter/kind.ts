import { defineKind } from '../../../kernel/kind.ts'
import { signers, staff } from '../partners.ts'
import { basis, fields } from './fields.ts'
import { effects, rules, setters } from './rules.ts'
import { left, side } from './sides.ts'
import { states } from './states.ts'

const { title, alliance, raiser, units, sort, detail, dueOn, withCity, otherRaiser } = fields
const opening = { title, alliance, raiser, units, sort, detail, dueOn, withCity }
const received = { title, alliance, sort, detail, dueOn, otherRaiser }

/**
 * 联盟共同事项: what members share, handled by every side and closed when all have done theirs. Of an
 * alliance across two cities it stands in both: each city's sides report at home, and the city that
 * raised it closes it.
 */
export const allianceMatter = defineKind({
  name: 'alliance-matter',
  label: '联盟共同事项',
  group: 'cobuild-integration',
  systems: ['cross-type-coordination', 'neighbouring-party-building', 'army-civil-pairing'],
  version: 1,
  about:
    '联盟成员共享的难题、学习、政策、资源和项目，各方分别办理，全部办好才办结。毗邻联盟的事项同时在两个城市，各报各的情况，由提出的城市办结。',
  fields,
  title: 'title',
  sharedWith: 'withCity',
  slots: { k1: 'alliance', k2: 'sort', n1: 'raiser', t1: 'dueOn' },
  searched: ['title'],
  relations: {
    side: { label: '参加方', roles: staff, is: { party: 'side' } },
    raiser: { label: '提出单位或本市对口单位', roles: staff, is: { seat: 'raiser' } },
    raiserSigner: {
      label: '提出单位或本市对口单位负责人',
      roles: signers,
      is: { seat: 'raiser' },
    },
  },
  // Who raised it closes it, though they left the alliance.
  see: ['side', 'raiser'],
  seats: {
    raiser: { label: '提出单位或本市对口单位', is: { field: 'raiser' } },
    self: { label: '本单位', is: { self: 'party' } },
  },
  responsible: 'raiser',
  starts: {
    raise: {
      label: '提出共同事项',
      by: ['effect'],
      input: opening,
      records: 'SharedMatterRaised',
      says: '提出共同事项',
      keeps: Object.keys(opening),
      sets: ['joinsSides', 'awaitsOthers'],
      effects: ['sharesIt'],
      to: 'open',
    },
    receive: {
      label: '送去共同事项',
      by: ['courier'],
      input: received,
      requires: ['allianceRuns'],
      records: 'SharedMatterReceived',
      says: '{otherRaiser} 提出共同事项',
      keeps: Object.keys(received),
      sets: ['joinsOwn'],
      to: 'shared',
      tells: ['raiser'],
    },
  },
  states,
  parties: { side, left },
  clocks: {
    due: {
      label: '办理期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['open', 'shared'],
      basis,
    },
  },
  mainClock: 'due',
  countedBy: 'sort',
  facts: {
    alliance: {
      kind: 'alliance',
      where: { id: { input: 'alliance' } },
      states: ['active', 'awaiting'],
      want: 'first',
    },
  },
  rules,
  setters,
  effects,
  counters: {
    raised: { label: '共同事项', cohort: ({ state }) => state !== 'withdrawn' },
    closed: { label: '办结的共同事项', cohort: ({ state }) => state === 'closed' },
  },
})
