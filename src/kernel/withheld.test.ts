import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { defineKind } from './kind.ts'
import { offersAndWithheld, offersFor } from './offers.ts'
import type { Party, RecordState } from './record.ts'
import { post, town, townWorld, unit } from './testing.ts'

const desk = { label: '受理', is: { seat: 'desk' } } as const
const step = { by: ['desk'], says: '' } as const

const paper = defineKind({
  name: 'paper',
  label: '文件',
  group: 'testing',
  systems: [],
  version: 1,
  about: '测试用的文件',
  fields: {
    title: { type: 'text', label: '标题', max: 20 },
    pages: { type: 'number', label: '页数' },
  },
  title: 'title',
  relations: { desk, official: { label: '任何岗位', is: { anyone: 'post' } } },
  see: ['official'],
  seats: { desk: { label: '受理', is: { function: 'dispatch' } } },
  responsible: 'desk',
  starts: {},
  states: {
    open: {
      label: '在办',
      is: 'working',
      expects: [
        { seat: 'desk', command: 'accept' },
        { seat: 'desk', command: 'sign', when: 'hasPages' },
      ],
      commands: {
        accept: { ...step, label: '接收', requires: ['hasPages', 'isShort'], records: 'Accepted' },
        sign: { ...step, label: '签字', requires: ['isShort'], records: 'Signed' },
        drop: { ...step, label: '作废', requires: ['hasPages'], records: 'Dropped' },
      },
    },
  },
  parties: {
    co: {
      label: '会办',
      start: 'asked',
      states: {
        asked: {
          label: '待会办',
          is: 'working',
          expects: [{ seat: 'self', command: 'agree' }],
          commands: {
            agree: {
              by: ['self'],
              says: '',
              label: '同意',
              requires: ['hasPages'],
              records: 'Agreed',
            },
          },
        },
      },
    },
  },
  rules: {
    hasPages: {
      holds: ({ record }) => record.fields['pages'] !== undefined,
      says: '还没有页数',
      basis: '测试',
      instead: '先写页数',
    },
    isShort: {
      holds: ({ record }) => Number(record.fields['pages'] ?? 0) < 10,
      says: '页数太多',
      basis: '测试',
    },
  },
})

const asked: Party = {
  unit: unit.bureau,
  role: 'co',
  state: 'asked',
  fields: {},
  clocks: {},
  joinedAt: 0,
}

function judged(actor: Actor, pages: number | undefined) {
  const record: RecordState = {
    id: 'r',
    kind: 'paper',
    number: '1',
    title: '',
    place: { city: town.city, district: town.district, street: undefined, community: undefined },
    state: 'open',
    version: 1,
    fields: pages === undefined ? {} : { pages },
    parties: [asked],
    clocks: {},
    takers: {},
    counted: {},
    openedAt: 0,
  }
  const at = { world: townWorld([paper]), record, actor, at: 0, facts: {} }
  const { offers, withheld } = offersAndWithheld(paper, at)
  expect(offers).toEqual(offersFor(paper, at))
  return { offers: offers.map(({ command }) => command), withheld }
}

const clerk = post('clerk', unit.desk)

test('a step that is expected and that a rule forbids says why; one that is not expected does not', () => {
  const { offers, withheld } = judged(clerk, undefined)
  expect(offers).toContain('sign')
  expect(offers).not.toContain('accept')
  expect(withheld).toEqual([
    {
      command: 'accept',
      party: undefined,
      refused: 'hasPages',
      says: '还没有页数',
      instead: '先写页数',
    },
  ])
})

test('what may be asked is withheld from nobody', () => {
  const { offers, withheld } = judged(clerk, 3)
  expect(offers).toEqual(expect.arrayContaining(['accept', 'sign', 'drop']))
  expect(withheld).toEqual([])
})

test('each expected step says the first rule that forbids it', () => {
  const { withheld } = judged(clerk, 12)
  expect(withheld.map(({ command, says }) => `${command} ${says}`)).toEqual([
    'accept 页数太多',
    'sign 页数太多',
  ])
})

test('a party hears why its own step waits, and nobody hears of others’', () => {
  const own = judged(post('clerk', unit.bureau), undefined)
  expect(own.withheld).toEqual([
    {
      command: 'agree',
      party: { role: 'co', unit: unit.bureau },
      refused: 'hasPages',
      says: '还没有页数',
      instead: '先写页数',
    },
  ])
  expect(judged(post('clerk', unit.otherBureau), undefined)).toEqual({ offers: [], withheld: [] })
})
