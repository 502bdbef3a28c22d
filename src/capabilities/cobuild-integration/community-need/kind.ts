import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import {
  cityMaySet,
  communityHere,
  dayParts,
  forms,
  liesAhead,
  liesWith,
  reader,
  sharing,
  staff,
  topics,
  unitOf,
} from '../market-parts.ts'

const fields = {
  title: { type: 'text', label: '需求', required: true, min: 4, max: 60 },
  topic: { type: 'choice', label: '服务类别', required: true, options: topics },
  form: { type: 'choice', label: '缺什么', required: true, options: forms },
  detail: { type: 'code', label: '说明', max: 500 },
  source: {
    type: 'choice',
    label: '从哪里来',
    options: [
      { value: 'residents', label: '居民提出' },
      { value: 'grid', label: '网格走访' },
      { value: 'council', label: '居民议事会' },
      { value: 'community', label: '社区梳理' },
    ],
  },
  wished: { type: 'choices', label: '希望时段', options: dayParts },
  neededBy: { type: 'day', label: '希望解决日期' },
  community: { type: 'unit', label: '社区' },
  street: { type: 'unit', label: '街道' },
  project: { type: 'record', of: 'cobuild-project', label: '对接的项目' },
  claimed: { type: 'flag', label: '已有认领，待确认' },
  aged: {
    type: 'choice',
    label: '对接情况',
    options: [{ value: 'aged', label: '久未对接' }],
  },
  advice: { type: 'code', label: '街道协调意见', max: 300 },
  reason: { type: 'text', label: '撤下原因', max: 200 },
} as const

const listed = {
  title: fields.title,
  topic: fields.topic,
  form: fields.form,
  detail: fields.detail,
  source: fields.source,
  wished: fields.wished,
  neededBy: fields.neededBy,
} as const

const project = { ...fields.project, required: true } as const

const meets = {
  noteClaimed: {
    label: '有认领',
    by: ['effect'],
    records: 'NeedClaimed',
    says: '有单位来对接，等双方确认',
    sets: ['isClaimed'],
  },
  noteUnclaimed: {
    label: '没有谈成',
    by: ['effect'],
    records: 'NeedUnclaimed',
    says: '没有谈成，继续等待对接',
    sets: ['isUnclaimed'],
  },
  noteMatched: {
    label: '已对接',
    by: ['effect'],
    input: { project },
    records: 'NeedMatched',
    says: '已经对接成项目',
    keeps: ['project'],
    sets: ['isWaitedForNoMore'],
    to: 'matched',
  },
  withdraw: {
    label: '撤下',
    by: ['community'],
    input: { reason: { ...fields.reason, required: true } },
    requires: ['nobodyWaits'],
    records: 'NeedWithdrawn',
    says: '撤下：{reason}',
    keeps: ['reason'],
    to: 'withdrawn',
    grave: true,
  },
} as const

/** 需求清单: what a community lacks, until a project meets it; what nobody takes up grows old in
 *  sight and is the street's to broker. */
export const communityNeed = defineKind({
  name: 'community-need',
  label: '社区需求',
  group: 'cobuild-integration',
  systems: ['three-lists'],
  version: 1,
  about: '社区列出缺什么，等单位用资源来对接；久未对接的提醒街道协调，不会沉下去。',
  fields,
  title: 'title',
  slots: { k1: 'topic', k2: 'form', k3: 'aged', n1: 'community', t1: 'neededBy' },
  searched: ['title'],
  relations: {
    communityHere,
    community: { label: '社区', roles: staff, is: { seat: 'community' } },
    street: { label: '街道', roles: staff, is: { seat: 'street' } },
    reader,
  },
  see: ['reader'],
  seats: {
    community: { label: '社区', is: { field: 'community' } },
    street: { label: '街道', is: { field: 'street' } },
  },
  responsible: 'community',
  countedBy: 'topic',
  starts: {
    list: {
      label: '列需求',
      by: ['communityHere'],
      input: listed,
      requires: ['isWantedAhead'],
      records: 'NeedListed',
      says: '列入需求清单：{title}',
      keeps: Object.keys(listed),
      sets: ['isOfTheCommunity'],
      to: 'open',
    },
  },
  states: {
    open: {
      label: '待对接',
      is: 'resting',
      step: 1,
      commands: {
        ...meets,
        noteUnmatched: {
          label: '久未对接',
          by: ['clock'],
          records: 'NeedStayedUnmatched',
          says: '一直没有单位对接，请街道协调',
          sets: ['hasGrownOld'],
          to: 'ageing',
          tells: ['community', 'street'],
        },
      },
    },
    ageing: {
      label: '久未对接',
      is: 'working',
      step: 1,
      expects: [{ seat: 'street', command: 'broker', clock: 'brokering' }],
      commands: {
        ...meets,
        broker: {
          label: '写协调意见',
          by: ['street'],
          input: { advice: { ...fields.advice, required: true, min: 2 } },
          records: 'NeedBrokered',
          says: '街道协调：{advice}',
          keeps: ['advice'],
          to: 'open',
          tells: ['community'],
        },
        noteBrokerLate: {
          label: '协调超时',
          by: ['clock'],
          records: 'BrokeringRanLate',
          says: '街道没有在时限内协调',
          tells: ['street'],
        },
      },
    },
    matched: {
      label: '已对接',
      is: 'resting',
      step: 2,
      commands: {
        noteMet: {
          label: '需求已满足',
          by: ['effect'],
          records: 'NeedMet',
          says: '项目办成，需求得到满足',
          to: 'met',
        },
        noteFreed: {
          label: '需求没有满足',
          by: ['effect'],
          records: 'NeedFreed',
          says: '需求没有得到满足，重新等待对接',
          sets: ['waitsAgain'],
          to: 'open',
        },
      },
    },
    met: { label: '已满足', is: 'end', step: 3 },
    withdrawn: { label: '已撤下', is: 'end', step: 3 },
  },
  clocks: {
    matching: {
      label: '对接',
      stages: [{ limit: { parameter: 'need.matching' }, asks: 'noteUnmatched' }],
      runs: ['open'],
      basis: cityMaySet,
    },
    brokering: {
      label: '街道协调',
      stages: [{ limit: { parameter: 'need.brokering' }, asks: 'noteBrokerLate' }],
      runs: ['ageing'],
      basis: cityMaySet,
    },
  },
  mainClock: 'matching',
  rules: {
    nobodyWaits: {
      says: '有单位来对接，正等双方确认，不能撤下',
      instead: '请先在共建项目里选择“不做了”并说明理由',
      basis: sharing,
      holds: ({ record }) => record.fields['claimed'] !== true,
    },
    isWantedAhead: liesAhead('neededBy', '希望解决的日期不能在今天以前', ({ at }) => dayOf(at)),
  },
  setters: {
    isOfTheCommunity: (context) => {
      const community = unitOf(context.actor)
      const { units } = context.world.directory
      const street = community === undefined ? undefined : units.get(community)?.parent
      return {
        fields: { community: community ?? null, street: street ?? null },
        ...liesWith(context, community),
      }
    },
    hasGrownOld: () => ({ fields: { aged: 'aged' } }),
    isClaimed: () => ({ fields: { claimed: true } }),
    isUnclaimed: () => ({ fields: { claimed: null } }),
    isWaitedForNoMore: () => ({ fields: { aged: null, claimed: null } }),
    waitsAgain: () => ({ fields: { project: null } }),
  },
  counters: {
    listed: { label: '列入需求', cohort: () => true },
    listing: { label: '列需求', on: { start: true } },
    met: { label: '需求已满足', cohort: ({ state }) => state === 'met' },
    aged: { label: '久未对接', on: { event: 'NeedStayedUnmatched' } },
  },
  parameters: {
    'need.matching': limitParameter('需求对接提醒', { qty: 30, unit: 'day' }, sharing),
    'need.brokering': limitParameter('街道协调时限', { qty: 10, unit: 'working-day' }),
  },
})
