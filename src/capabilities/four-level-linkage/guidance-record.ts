import { isGiven, numberOf, textOf } from '../../kernel/field.ts'
import { placeOf } from '../../kernel/directory.ts'
import { defineKind } from '../../kernel/kind.ts'
import type { EventRecord, RecordState } from '../../kernel/record.ts'
import { dayOf } from '../../kernel/time.ts'
import { areaAbove, levels, officials, supervisor, unitOf, upper } from './meeting-parts.ts'

const basis = '上级联席会议有责任指导下级联席会议（中央关于城市基层党建的意见）'

const fields = {
  title: { type: 'text', label: '指导内容', required: true, min: 4, max: 200 },
  sort: {
    type: 'choice',
    label: '方式',
    required: true,
    options: [
      { value: 'attend', label: '参加会议' },
      { value: 'comment', label: '提出意见' },
      { value: 'task', label: '交办任务' },
    ],
  },
  body: { type: 'record', of: 'meeting-body', label: '下级议事机构' },
  level: { type: 'choice', label: '下级层级', options: levels },
  guide: { type: 'unit', label: '指导单位' },
  lower: { type: 'unit', label: '被指导单位' },
  onDay: { type: 'day', label: '指导日期', default: 'today' },
  dueOn: { type: 'day', label: '完成期限', help: '交办任务时填写' },
  reply: { type: 'long', label: '落实情况', max: 1000 },
} as const

/** 指导记录: the level above attends a joint meeting, comments on it or gives it a task. */
export const guidanceRecord = defineKind({
  name: 'guidance-record',
  label: '指导记录',
  group: 'four-level-linkage',
  systems: ['joint-meeting-membership'],
  version: 1,
  about: '上级联席会议怎样指导下级联席会议：去参加、提意见、交任务。',
  fields,
  title: 'title',
  slots: { k1: 'body', k2: 'sort', n1: 'guide', n2: 'lower', t1: 'onDay' },
  searched: ['title'],
  relations: {
    above: {
      label: '上一级党组织',
      roles: officials,
      is: { unitType: ['committee', 'organisation', 'street'], over: 'place' },
    },
    guide: { label: '指导单位', roles: officials, is: { seat: 'guide' } },
    lower: { label: '被指导单位', roles: officials, is: { seat: 'lower' } },
    upper,
    supervisor,
  },
  see: ['guide', 'lower', 'upper', 'supervisor'],
  seats: {
    guide: { label: '指导单位', is: { field: 'guide' } },
    lower: { label: '被指导单位', is: { field: 'lower' } },
  },
  responsible: 'guide',
  starts: {
    guide: {
      label: '记指导',
      by: ['above'],
      input: {
        body: { ...fields.body, required: true },
        sort: fields.sort,
        title: fields.title,
        onDay: fields.onDay,
        dueOn: fields.dueOn,
      },
      requires: ['isNextAbove', 'isRunningJoint', 'dayHasCome', 'taskHasDeadline'],
      records: 'GuidanceGiven',
      says: '{unit} 指导：{title}',
      keeps: ['body', 'sort', 'title', 'onDay', 'dueOn'],
      sets: ['seatsBoth'],
      facts: ['body'],
      moves: [{ to: 'given', when: 'isTask' }],
      to: 'noted',
      tells: ['lower'],
    },
  },
  states: {
    given: {
      label: '待落实',
      is: 'working',
      step: 1,
      expects: [{ seat: 'lower', command: 'reply', clock: 'due' }],
      commands: {
        reply: {
          label: '反馈落实情况',
          by: ['lower'],
          input: { reply: { ...fields.reply, required: true, min: 2 } },
          records: 'GuidanceReplied',
          says: '反馈：{reply}',
          keeps: ['reply'],
          to: 'replied',
          tells: ['guide'],
        },
        noteLate: {
          label: '落实超时',
          by: ['clock'],
          records: 'GuidanceRanLate',
          says: '超过完成期限',
          tells: ['lower', 'guide'],
        },
      },
    },
    noted: { label: '已记录', is: 'end', step: 2 },
    replied: { label: '已落实', is: 'end', step: 2 },
  },
  clocks: {
    due: {
      label: '完成期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['given'],
      basis: '交办任务的完成期限',
    },
  },
  mainClock: 'due',
  facts: { body: { kind: 'meeting-body', where: { id: { input: 'body' } }, want: 'first' } },
  rules: {
    isNextAbove: {
      id: 'R024',
      says: '只记对下一级议事机构的指导',
      instead: '请选择直接下级的党建联席会议',
      basis,
      input: true,
      facts: ['body'],
      holds: ({ facts, actor, world }) => {
        const area = facts['body']?.rows[0]?.fields['area']
        const own = world.directory.units.get(unitOf(actor))?.area
        return typeof area === 'number' && own === areaAbove(world.directory, area)
      },
    },
    isRunningJoint: {
      id: 'R024',
      says: '只记对运行中的党建联席会议的指导',
      basis,
      input: true,
      facts: ['body'],
      holds: ({ facts }) => {
        const found = facts['body']?.rows[0]
        return found?.fields['sort'] === 'joint' && found.state.startsWith('runs')
      },
    },
    dayHasCome: {
      says: '还没到的日子不能记',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'onDay') ?? '') <= dayOf(at),
    },
    taskHasDeadline: {
      says: '交办任务要写完成期限，期限不早于今天',
      basis,
      input: true,
      holds: ({ input, at }) =>
        textOf(input, 'sort') !== 'task' ||
        (isGiven(input['dueOn']) && (textOf(input, 'dueOn') ?? '') >= dayOf(at)),
    },
    isTask: {
      says: '不是交办任务',
      basis,
      holds: ({ record }) => textOf(record.fields, 'sort') === 'task',
    },
  },
  setters: {
    seatsBoth: ({ facts, actor, at, input, world }) => {
      const own = facts['body']?.rows[0]?.fields ?? {}
      const area = numberOf(own, 'area')
      const place = area === undefined ? undefined : placeOf(world.directory, area)
      return {
        fields: {
          guide: unitOf(actor),
          lower: own['host'] ?? null,
          level: own['level'] ?? null,
          onDay: textOf(input, 'onDay') ?? dayOf(at),
        },
        ...(place === undefined ? {} : { place }),
      }
    },
  },
  counters: {
    guidedDistrict: { label: '对区级联席会议的指导', on: { start: true }, when: isOf('district') },
    guidedStreet: { label: '对街道联席会议的指导', on: { start: true }, when: isOf('street') },
    guidedCommunity: {
      label: '对社区联席会议的指导',
      on: { start: true },
      when: isOf('community'),
    },
  },
})

function isOf(level: string) {
  return (_: EventRecord, { fields: own }: RecordState) => textOf(own, 'level') === level
}
