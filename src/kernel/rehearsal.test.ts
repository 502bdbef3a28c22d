import { describe, expect, test } from 'vitest'
import { defineKind, type Kind } from './kind.ts'
import { rehearse, type Step } from './rehearsal.ts'
import { at, post, town, townWorld, unit } from './testing.ts'

const said = { type: 'text', label: '内容' } as const
const errand: Kind = defineKind({
  name: 'errand',
  label: '差事',
  group: 'testing',
  systems: [],
  version: 1,
  about: '测试用的差事',
  fields: {
    title: said,
    lead: { type: 'unit', label: '承办' },
    by: { type: 'day', label: '期限' },
  },
  title: 'title',
  relations: { lead: { label: '承办', is: { seat: 'lead' } } },
  see: ['lead'],
  seats: { lead: { label: '承办', is: { field: 'lead' } } },
  responsible: 'lead',
  starts: {
    begin: {
      label: '交办',
      by: ['effect', 'anyone'],
      input: { title: said, lead: { type: 'unit', label: '承办' } },
      records: 'Begun',
      says: '交办',
      keeps: ['title', 'lead'],
      to: 'open',
    },
  },
  states: {
    open: {
      label: '办理中',
      is: 'working',
      expects: [{ seat: 'lead', command: 'date', clock: 'term' }],
      commands: {
        date: {
          label: '定期限',
          by: ['lead'],
          input: { by: { type: 'day', label: '期限' } },
          records: 'Dated',
          says: '定期限',
          keeps: ['by'],
        },
        pass: {
          label: '转交',
          by: ['lead'],
          input: { lead: { type: 'unit', label: '承办' } },
          records: 'Passed',
          says: '转交',
          effects: ['opensAnother'],
        },
        noteLate: { label: '超期', by: ['clock'], records: 'RanLate', says: '超期' },
      },
    },
  },
  clocks: {
    term: {
      label: '期限',
      stages: [{ limit: { until: 'by' }, asks: 'noteLate' }],
      runs: ['open'],
      restarts: ['Dated'],
      basis: '测试',
    },
  },
  rules: {},
  effects: {
    opensAnother: ({ record, input }) => [
      {
        open: 'errand',
        command: 'begin',
        input: { lead: input['lead'] ?? null },
        words: { title: record.title },
      },
    ],
  },
})

const lead = post('clerk', unit.street)

function begun() {
  let ids = 0
  const kinds = new Map([
    [
      errand.name,
      {
        ...errand,
        relations: { ...errand.relations, anyone: { label: '谁都行', is: { anyone: 'post' } } },
      } satisfies Kind,
    ],
  ])
  const city = rehearse({
    kinds,
    world: townWorld(kinds.values()),
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    digest: (text) => `digest of ${text}`,
  })
  const place = { city: town.city, district: town.district, street: town.street }
  const told = city.ask({
    kind: 'errand',
    command: 'begin',
    actor: lead,
    at: at('08-03 09:00'),
    place,
    data: { title: '送文件', lead: unit.street },
  })
  if (!told.ok) throw new Error(told.refused)
  const does = (command: string, data: Record<string, string | number | null>) =>
    city.ask({
      kind: 'errand',
      record: told.record.id,
      command,
      actor: lead,
      at: at('08-05 09:00'),
      data,
    })
  return { city, does, place, record: told.record }
}

describe('a rehearsed city', () => {
  test('keeps words apart from the event, which holds their digest', () => {
    const { record } = begun()
    expect(record.title).toBe('送文件')
    expect(record.fields['title']).toMatchObject({ digest: 'digest of 送文件' })
  })

  test('lets a clock that was due before ask after what was asked last', () => {
    const { city, does } = begun()
    expect(does('date', { by: '2026-08-04' })).toMatchObject({ ok: true })
    const steps = city.until(at('08-05 10:00'))
    expect(steps.map(({ event }) => [event.type, event.at])).toEqual([
      ['RanLate', at('08-05 09:00')],
    ])
  })

  test('opens what an effect opens, with its words and at its opener’s place', () => {
    const { does, place, record } = begun()
    const told = does('pass', { lead: unit.otherStreet })
    const opened: Step | undefined = told.ok ? told.steps[1] : undefined
    expect(opened).toMatchObject({
      openedBy: record.id,
      after: { title: '送文件', place, fields: { lead: unit.otherStreet } },
    })
  })

  test('refuses an ask whole when what it opens is refused', () => {
    const { city, does, record } = begun()
    expect(does('pass', { lead: null })).toMatchObject({ refused: 'somebodyIsExpected' })
    expect(city.record(record.id)?.version).toBe(1)
  })

  test('knows no record that was never begun', () => {
    const { city } = begun()
    const line = { kind: 'errand', command: 'begin', actor: lead, at: at('08-03 10:00') }
    expect(city.ask({ ...line, record: 'nobody' })).toMatchObject({ refused: 'notVisible' })
  })
})
