import { listOf, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter, type State } from '../../../kernel/kind.ts'
import { staff } from '../superior.ts'

const basis = '村改社区后，组织、管理、运行、资产四样都要交接清楚'

/** What must be settled before a converted community is a community like any other. */
const checklist = [
  { value: 'organisation', label: '党组织设置' },
  { value: 'management', label: '管理体制' },
  { value: 'running', label: '运行机制' },
  { value: 'assets', label: '资产和经费' },
] as const

const fields = {
  name: { type: 'code', label: '社区', required: true, max: 60 },
  community: { type: 'area', label: '社区地区' },
  convertedOn: { type: 'day', label: '村改社区日期', required: true },
  item: { type: 'choice', label: '清单事项', options: checklist },
  settled: { type: 'choices', label: '已理顺', options: checklist, max: 4 },
  words: { type: 'long', label: '情况', max: 1000 },
  reason: { type: 'text', label: '理由', max: 300 },
} as const

const opening = { name: fields.name, convertedOn: fields.convertedOn } as const
const item = { ...fields.item, required: true } as const

const states: Readonly<Record<string, State>> = {
  open: {
    label: '清单未闭合',
    is: 'working',
    step: 1,
    expects: [
      { seat: 'street', command: 'settle', clock: 'settle', when: 'somethingIsOpen' },
      { seat: 'street', command: 'close', clock: 'settle', when: 'allSettled' },
    ],
    commands: {
      settle: {
        label: '理顺一项',
        by: ['street', 'community'],
        input: { item, words: { ...fields.words, required: true } },
        requires: ['isOpen'],
        records: 'ConversionItemSettled',
        says: '{item}已理顺：{words}',
        sets: ['settles'],
      },
      unsettle: {
        label: '退回一项',
        by: ['street', 'district'],
        input: { item, reason: { ...fields.reason, required: true } },
        requires: ['isSettled'],
        records: 'ConversionItemReturned',
        says: '{item}退回：{reason}',
        sets: ['unsettles'],
        tells: ['street'],
      },
      close: {
        label: '闭合清单',
        by: ['street'],
        requires: ['allSettled'],
        records: 'ConversionClosed',
        says: '清单闭合',
        to: 'closed',
      },
      noteLate: {
        label: '理顺超期',
        by: ['clock'],
        records: 'ConversionRanLate',
        says: '超过理顺期限',
        tells: ['street', 'district'],
      },
    },
  },
  closed: {
    label: '清单已闭合',
    is: 'resting',
    step: 2,
    commands: {
      reopen: {
        label: '重新理顺',
        by: ['street', 'district'],
        input: { item, reason: { ...fields.reason, required: true } },
        requires: ['isSettled'],
        records: 'ConversionReopened',
        says: '{item}重新理顺：{reason}',
        sets: ['unsettles'],
        to: 'open',
        tells: ['street'],
      },
    },
  },
}

/**
 * 村改社区: the checklist of a village that became a community. Either it is closed, or the community
 * is listed until it is.
 */
export const villageConversion = defineKind({
  name: 'village-conversion',
  label: '村改社区清单',
  group: 'four-level-linkage',
  systems: ['village-to-community'],
  version: 1,
  about: '村改社区的党组织设置、管理体制、运行机制、资产和经费逐项理顺，全部理顺才闭合。',
  fields,
  title: 'name',
  slots: { t1: 'convertedOn' },
  relations: {
    street: { label: '街道', roles: staff, is: { unitType: ['street'], over: 'place' } },
    community: { label: '社区', roles: staff, is: { unitType: ['community'], over: 'place' } },
    district: {
      label: '区委、市委及组织部',
      roles: staff,
      is: { unitType: ['committee', 'organisation'], over: 'place' },
    },
  },
  see: ['street', 'community', 'district'],
  seats: {
    street: { label: '街道', is: { function: 'handle', level: 'street' } },
    district: { label: '区委', is: { function: 'lead', level: 'district' } },
  },
  responsible: 'street',
  starts: {
    open: {
      label: '列入村改社区',
      by: ['street', 'district'],
      input: opening,
      requires: ['isConverted'],
      records: 'ConversionOpened',
      says: '{name} 列入村改社区清单',
      keeps: Object.keys(opening),
      sets: ['marksCommunity'],
      to: 'open',
      tells: ['street'],
    },
  },
  states,
  clocks: {
    settle: {
      label: '理顺',
      stages: [{ limit: { parameter: 'conversion.settle' }, asks: 'noteLate' }],
      runs: ['open'],
      basis,
    },
  },
  mainClock: 'settle',
  rules: {
    isConverted: {
      says: '只有标注为村改社区的社区可以列入',
      instead: '请先在设置的地区里标注“村改社区”',
      basis,
      holds: ({ record, world }) =>
        world.directory.areas.get(record.place.community ?? 0)?.flags?.includes('village') === true,
    },
    isOpen: {
      says: '这一项已经理顺',
      basis,
      input: true,
      holds: ({ input, record }) =>
        !listOf(record.fields, 'settled').includes(textOf(input, 'item') ?? ''),
    },
    isSettled: {
      says: '这一项还没有理顺',
      basis,
      input: true,
      holds: ({ input, record }) =>
        listOf(record.fields, 'settled').includes(textOf(input, 'item') ?? ''),
    },
    somethingIsOpen: {
      says: '各项都已理顺',
      basis,
      holds: ({ record }) => listOf(record.fields, 'settled').length < checklist.length,
    },
    allSettled: {
      id: 'R109',
      says: '清单还有没理顺的事项，不能闭合',
      instead: '四项都理顺后再闭合',
      basis,
      holds: ({ record }) =>
        checklist.every(({ value }) => listOf(record.fields, 'settled').includes(value)),
    },
  },
  setters: {
    marksCommunity: ({ record }) => ({
      fields: { settled: [], community: record.place.community ?? null },
    }),
    settles: ({ record, input }) => ({
      fields: {
        settled: [...listOf(record.fields, 'settled'), ...given(input['item'])],
      },
    }),
    unsettles: ({ record, input }) => ({
      fields: {
        settled: listOf(record.fields, 'settled').filter((one) => one !== input['item']),
      },
    }),
  },
  claims: {
    community: { label: '同一社区的清单', fields: ['community'], while: 'always' },
  },
  counters: { opened: { label: '列入村改社区', on: { start: true } } },
  parameters: {
    'conversion.settle': limitParameter('村改社区理顺期限', { qty: 365, unit: 'day' }),
  },
})

function given<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}
