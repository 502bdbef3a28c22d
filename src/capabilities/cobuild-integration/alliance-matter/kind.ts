import { listOf, numberOf } from '../../../kernel/field.ts'
import { defineKind, type PartyKind } from '../../../kernel/kind.ts'
import { matterSorts } from '../alliance/fields.ts'
import { signers, staff } from '../partners.ts'

const basis = '共同事项由各方一起办、一起销号'

const fields = {
  title: { type: 'text', label: '事项', required: true, max: 200 },
  alliance: { type: 'record', of: 'alliance', label: '联盟', required: true },
  raiser: { type: 'unit', label: '提出单位', required: true },
  units: { type: 'units', label: '各方', required: true, max: 60 },
  sort: { type: 'choice', label: '事项类型', required: true, options: matterSorts },
  detail: { type: 'long', label: '具体内容', max: 2000 },
  side: { type: 'unit', label: '退出的一方' },
  dueOn: { type: 'day', label: '办理期限', required: true },
  outcome: { type: 'long', label: '办理结果', max: 2000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const { title, alliance, raiser, units, sort, detail, dueOn } = fields
const opening = { title, alliance, raiser, units, sort, detail, dueOn }

const side: PartyKind = {
  label: '参加方',
  start: 'handling',
  states: {
    handling: {
      label: '办理中',
      is: 'working',
      expects: [{ seat: 'self', command: 'report', clock: 'due' }],
      commands: {
        report: {
          label: '报本方办理情况',
          by: ['side'],
          input: { words: { type: 'long', label: '办理情况', required: true, max: 1000 } },
          records: 'SideReported',
          says: '{party}：{words}',
          sets: ['keepsWords'],
          to: 'done',
          tells: ['raiser'],
        },
        noteSideLate: {
          label: '办理超时',
          by: ['clock'],
          records: 'SideRanLate',
          says: '{party} 超过办理期限',
          tells: ['self', 'raiser'],
        },
      },
    },
    done: { label: '本方已办', is: 'resting' },
  },
  clocks: {
    due: {
      label: '办理期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteSideLate' }],
      runs: ['handling'],
      basis,
    },
  },
}

/** Whoever leaves the alliance does no more of it, and the others do not wait for them. */
const left: PartyKind = {
  label: '退出联盟的一方',
  start: 'left',
  states: { left: { label: '已退出', is: 'resting' } },
}

/** 联盟共同事项: what members share, handled by every side and closed when all have done theirs. */
export const allianceMatter = defineKind({
  name: 'alliance-matter',
  label: '联盟共同事项',
  group: 'cobuild-integration',
  systems: ['cross-type-coordination', 'neighbouring-party-building', 'army-civil-pairing'],
  version: 1,
  about: '联盟成员共享的难题、学习、政策、资源和项目，各方分别办理，全部办好才办结。',
  fields,
  title: 'title',
  slots: { k1: 'alliance', k2: 'sort', n1: 'raiser', t1: 'dueOn' },
  searched: ['title'],
  relations: {
    side: { label: '参加方', roles: staff, is: { party: 'side' } },
    raiser: { label: '提出单位', roles: staff, is: { seat: 'raiser' } },
    raiserSigner: { label: '提出单位负责人', roles: signers, is: { seat: 'raiser' } },
  },
  // Who raised it closes it, though they left the alliance.
  see: ['side', 'raiser'],
  seats: {
    raiser: { label: '提出单位', is: { field: 'raiser' } },
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
      sets: ['joinsSides'],
      to: 'open',
    },
  },
  states: {
    open: {
      label: '各方办理',
      is: 'working',
      step: 1,
      expects: [{ seat: 'raiser', command: 'conclude', clock: 'due' }],
      commands: {
        conclude: {
          label: '办结',
          by: ['raiserSigner'],
          input: { outcome: { ...fields.outcome, required: true } },
          requires: ['allSidesDone'],
          records: 'SharedMatterConcluded',
          says: '办结：{outcome}',
          keeps: ['outcome'],
          to: 'closed',
        },
        withdraw: {
          label: '撤回事项',
          by: ['raiserSigner'],
          input: { reason: { ...fields.reason, required: true } },
          records: 'SharedMatterWithdrawn',
          says: '撤回：{reason}',
          keeps: ['reason'],
          to: 'withdrawn',
        },
        letGo: {
          label: '一方退出联盟',
          by: ['effect'],
          input: { side: { ...fields.side, required: true } },
          records: 'SideLeft',
          says: '{side} 退出联盟，不再办理',
          sets: ['sideLeaves'],
          tells: ['raiser'],
        },
        noteLate: {
          label: '办理超时',
          by: ['clock'],
          records: 'SharedMatterRanLate',
          says: '超过办理期限',
          tells: ['raiser'],
        },
      },
    },
    closed: { label: '已办结', is: 'end', step: 2 },
    withdrawn: { label: '已撤回', is: 'end', step: 2 },
  },
  parties: { side, left },
  clocks: {
    due: {
      label: '办理期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['open'],
      basis,
    },
  },
  mainClock: 'due',
  countedBy: 'sort',
  rules: {
    allSidesDone: {
      says: '还有一方没有办好',
      instead: '等各方都报了办理情况再办结',
      basis,
      holds: ({ record }) => record.parties.every(({ state }) => state !== 'handling'),
    },
  },
  setters: {
    joinsSides: ({ input }) => ({
      join: listOf(input, 'units').flatMap((unit) =>
        typeof unit === 'number' ? [{ role: 'side', unit }] : [],
      ),
    }),
    /** Who has done their part stays a side: it was theirs. */
    sideLeaves: ({ input, record }) => {
      const own = record.parties.find(
        ({ role, unit, state }) =>
          role === 'side' && unit === numberOf(input, 'side') && state === 'handling',
      )
      return own === undefined
        ? {}
        : { leave: [{ role: 'side', unit: own.unit }], join: [{ role: 'left', unit: own.unit }] }
    },
    keepsWords: ({ input }) => ({ party: { words: input['words'] ?? null } }),
  },
  counters: {
    raised: { label: '共同事项', cohort: ({ state }) => state !== 'withdrawn' },
    closed: { label: '办结的共同事项', cohort: ({ state }) => state === 'closed' },
  },
})
