import { textOf } from '../../kernel/field.ts'
import { defineKind, type Kind } from '../../kernel/kind.ts'

/** A kind that uses each thing the shell has to carry: parties, clocks, facts, claims, effects. */
export const matter: Kind = defineKind({
  name: 'matter',
  label: '事项',
  group: 'testing',
  systems: [],
  version: 1,
  about: '测试用的事项',
  fields: {
    title: { type: 'text', label: '标题', required: true },
    lead: { type: 'unit', label: '承办' },
    source: { type: 'code', label: '来源编号' },
    topic: { type: 'choice', label: '类别', options: [] },
    reporter: { type: 'contact', label: '联系人' },
    about: { type: 'record', label: '有关', of: 'matter' },
    late: { type: 'flag', label: '超时' },
    size: { type: 'number', label: '数量' },
    met: { type: 'moment', label: '时间' },
  },
  title: 'title',
  searched: ['title'],
  slots: { k1: 'source', k2: 'about', n1: 'size', t1: 'met' },
  relations: {
    lead: { label: '承办', is: { seat: 'lead' } },
    desk: { label: '派单', is: { function: 'dispatch', over: 'place' } },
    helper: { label: '协办', is: { party: 'helper' } },
  },
  see: ['lead', 'desk', 'helper'],
  seats: {
    lead: { label: '承办', is: { field: 'lead' } },
    self: { label: '本单位', is: { self: 'party' } },
  },
  responsible: 'lead',
  starts: {
    open: {
      label: '登记',
      by: ['desk', 'effect'],
      input: {
        title: { type: 'text', label: '标题', required: true },
        lead: { type: 'unit', label: '承办' },
        source: { type: 'code', label: '来源编号' },
        topic: { type: 'choice', label: '类别', options: [] },
        reporter: { type: 'contact', label: '联系人' },
        about: { type: 'record', label: '有关', of: 'matter' },
        size: { type: 'number', label: '数量' },
        met: { type: 'moment', label: '时间' },
        mood: { type: 'choice', label: '心情', options: [], apart: true },
        wish: { type: 'text', label: '想说的', apart: true },
      },
      records: 'Opened',
      says: '登记',
      keeps: ['title', 'lead', 'source', 'topic', 'reporter', 'about', 'size', 'met'],
      to: 'open',
      tells: ['lead'],
    },
  },
  states: {
    open: {
      label: '办理中',
      is: 'working',
      commands: {
        note: {
          label: '记录',
          by: ['lead', 'effect'],
          input: { words: { type: 'text', label: '内容' } },
          records: 'Noted',
          says: '{words}',
        },
        hand: {
          label: '移交',
          by: ['lead', 'desk'],
          input: { lead: { type: 'unit', label: '承办', required: true } },
          records: 'Handed',
          says: '移交',
          keeps: ['lead'],
        },
        call: {
          label: '请协办',
          by: ['lead'],
          input: { unit: { type: 'unit', label: '单位' } },
          records: 'Called',
          says: '请协办',
          sets: ['joins'],
        },
        close: {
          label: '办结',
          by: ['lead'],
          requires: ['nothingElseIsOpen'],
          records: 'Closed',
          says: '办结',
          to: 'closed',
        },
        countOthers: {
          label: '清点',
          by: ['lead'],
          records: 'Counted',
          says: '清点派生的事项',
          sets: ['countsOthers'],
          facts: ['others'],
        },
        follow: {
          label: '派生',
          by: ['lead'],
          input: { source: { type: 'code', label: '来源编号' } },
          records: 'Followed',
          says: '派生一件',
          effects: ['opensAnother'],
        },
        tell: {
          label: '告知另一件',
          by: ['lead'],
          input: { other: { type: 'record', label: '另一件' }, how: { type: 'code', label: '做' } },
          records: 'Told',
          says: '告知',
          effects: ['tellsAnother'],
        },
        runLate: {
          label: '超时',
          by: ['clock'],
          records: 'RanLate',
          says: '超时',
          sets: ['marksLate'],
        },
      },
      expects: [{ seat: 'lead', command: 'close', clock: 'limit' }],
    },
    closed: { label: '办结', is: 'end' },
  },
  parties: {
    helper: {
      label: '协办',
      start: 'asked',
      clocks: {
        answer: {
          label: '协办',
          stages: [{ limit: { parameter: 'matter.party' }, asks: 'missed' }],
          runs: ['asked'],
          basis: '测试',
        },
      },
      states: {
        asked: {
          label: '待协办',
          is: 'working',
          expects: [{ seat: 'self', command: 'help', clock: 'answer' }],
          commands: {
            help: { label: '协办', by: ['self'], records: 'Helped', says: '协办', to: 'helped' },
            missed: { label: '未协办', by: ['clock'], records: 'Missed', says: '未协办' },
          },
        },
        helped: { label: '已协办', is: 'resting' },
      },
    },
  },
  clocks: {
    limit: {
      label: '办理',
      stages: [{ limit: { parameter: 'matter.limit' }, asks: 'runLate' }],
      runs: ['open'],
      basis: '测试',
    },
  },
  mainClock: 'limit',
  countedBy: 'topic',
  facts: {
    others: { kind: 'matter', where: { about: { own: 'id' } }, states: ['open'], want: 'list' },
  },
  rules: {
    nothingElseIsOpen: {
      says: '还有派生的事项没有办结',
      basis: '测试',
      facts: ['others'],
      holds: ({ facts }) => (facts['others']?.count ?? 0) === 0,
    },
  },
  setters: {
    joins: ({ input }) =>
      typeof input['unit'] === 'number' ? { join: [{ role: 'helper', unit: input['unit'] }] } : {},
    countsOthers: ({ facts }) => ({ fields: { size: facts['others']?.count ?? 0 } }),
    marksLate: () => ({ fields: { late: true } }),
  },
  effects: {
    opensAnother: ({ record, input }) => [
      {
        open: 'matter',
        command: 'open',
        input: {
          title: '派生事项',
          lead: record.fields['lead'] ?? null,
          source: input['source'] ?? null,
          about: record.id,
        },
      },
    ],
    tellsAnother: ({ input }) => [
      {
        ask: textOf(input, 'other') ?? '',
        kind: 'matter',
        command: textOf(input, 'how') ?? '',
        input: { words: '另一件事项的告知' },
      },
    ],
  },
  claims: {
    source: { label: '同一来源编号只登记一次', fields: ['source'], while: 'always' },
  },
  counters: {
    opened: { label: '登记', on: { start: true } },
    lateEver: { label: '曾超时', cohort: (record) => record.fields['late'] === true },
  },
})
