import { expect, test } from 'vitest'
import { deltasOf } from '../../../kernel/derive.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import { rehearse, type Rehearsed, type Step } from '../../../kernel/rehearsal.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { limitsOf } from '../../street-mandate/testing/told.ts'
import { tellings } from '../testing/scoring.ts'
import { exclusionRequest } from './kind.ts'

type Data = Readonly<Record<string, Value>>

const handler = post('clerk', unit.street)
const desk = post('dispatcher', unit.desk)
const reviewer = post('supervisor', unit.supervision)
const given = { ground: 'procedure', evidence: '法院已立案，案号见附件' }
const opinion = { opinion: '已核对立案通知书' }

/** As much of an appeal as the request looks at, and what becomes of it. */
const appealKind: Kind = {
  name: 'resident-appeal',
  label: '居民诉求',
  group: 'test',
  systems: [],
  version: 1,
  about: '居民诉求',
  fields: {
    title: { type: 'text', label: '标题' },
    lead: { type: 'unit', label: '主办单位' },
    desk: { type: 'unit', label: '派单单位' },
    complained: { type: 'unit', label: '被反映单位' },
    solved: { type: 'code', label: '是否解决' },
    responded: { type: 'flag', label: '是否联系过' },
    exclusion: { type: 'record', label: '考核剔除' },
  },
  title: 'title',
  relations: { anyone: { label: '任何人', is: { anyone: 'post' } } },
  see: ['anyone'],
  seats: { lead: { label: '主办单位', is: { field: 'lead' } } },
  responsible: 'lead',
  starts: {
    put: {
      label: '放',
      by: ['anyone'],
      input: {
        lead: { type: 'unit', label: '主办单位' },
        desk: { type: 'unit', label: '派单单位' },
        complained: { type: 'unit', label: '被反映单位' },
        solved: { type: 'code', label: '是否解决' },
        responded: { type: 'flag', label: '是否联系过' },
      },
      records: 'Put',
      says: '放',
      keeps: ['lead', 'desk', 'complained', 'solved', 'responded'],
      to: 'closed',
    },
  },
  states: {
    closed: {
      label: '已办结',
      is: 'end',
      commands: {
        leaveFigures: {
          label: '剔除',
          by: ['effect'],
          input: { exclusion: { type: 'record', label: '考核剔除' } },
          records: 'LeftFigures',
          says: '剔除',
          keeps: ['exclusion'],
        },
        countAgain: {
          label: '重新计入',
          by: ['effect'],
          records: 'CountedAgain',
          says: '重新计入',
          sets: ['countsAgain'],
        },
      },
    },
  },
  rules: {},
  setters: { countsAgain: () => ({ fields: { exclusion: null } }) },
}

function city() {
  const kinds = [exclusionRequest, appealKind]
  const world = governedWorld(kinds)
  const steps: Step[] = []
  const figures: unknown[] = []
  let ids = 0
  const played = rehearse({
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    world,
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    figures: (asked) => {
      figures.push(asked)
      const numerator = asked.part === 'solved' ? 8 : 9
      return { value: undefined, numerator, denominator: 10, hidden: false }
    },
  })
  const heard = (told: Rehearsed) => {
    if (told.ok) steps.push(...told.steps)
    return told
  }
  const begin = (kind: string, command: string, [by, moment, data]: [Actor, string, Data]) => {
    steps.push(...played.until(at(moment)))
    const place = placeOf(world.directory, town.district)
    return heard(played.ask({ kind, command, actor: by, at: at(moment), place, data }))
  }
  const asks = (record: string, command: string, [by, moment, data]: [Actor, string, Data]) => {
    steps.push(...played.until(at(moment)))
    const told = played.ask({
      kind: 'exclusion-request',
      command,
      record,
      actor: by,
      at: at(moment),
      data,
    })
    return codeOf(heard(told))
  }
  return { world, played, steps, figures, begin, asks }
}

function codeOf(told: Rehearsed): string | undefined {
  return told.ok ? undefined : told.refused
}

const judged = { lead: unit.street, desk: unit.desk, solved: 'unsolved', responded: true }

/** An appeal of the front street, begun on the third of August and judged, and the request about it. */
function asked(data: Data = {}, by = handler) {
  const told = city()
  const put = told.begin('resident-appeal', 'put', [handler, '08-03 09:00', { ...judged, ...data }])
  const appeal = put.ok ? put.record.id : ''
  const request = told.begin('exclusion-request', 'request', [
    by,
    '08-10 09:00',
    { appeal, ...given },
  ])
  const id = request.ok ? request.record.id : ''
  const fields = () => told.played.record(id)?.fields ?? {}
  return { ...told, appeal, id, request, fields }
}

function counts({ steps, world }: ReturnType<typeof asked>): readonly string[] {
  return steps.flatMap((step) =>
    deltasOf(step.kind, world, step)
      .filter(({ measure }) => !measure.startsWith('state:'))
      .map(({ measure, n, category }) => `${n > 0 ? '+' : '-'}${measure} ${category}`),
  )
}

test('the declaration is sound, and five working days are for deciding', () => {
  expect(problemsIn(exclusionRequest)).toEqual([])
  expect(limitsOf(exclusionRequest)).toEqual({ 'exclusion.decide': '5 working-day' })
})

test('all that a request is about is taken from the appeal', () => {
  const { played, id, appeal } = asked()
  expect(played.record(id)).toMatchObject({
    state: 'asked',
    title: expect.stringContaining('前街街道申请剔除 no-'),
    place: { city: town.city, district: town.district, street: town.street },
    fields: {
      appeal,
      unit: unit.street,
      applicant: unit.street,
      from: '2026-08-01',
      to: '2026-08-31',
      counted: ['evaluated', 'responded'],
    },
  })
})

test('whoever handles an appeal or dispatched it asks, and nobody else', () => {
  expect(asked().request.ok).toBe(true)
  const byDesk = asked({}, desk)
  expect(byDesk.fields()).toMatchObject({ applicant: unit.desk, unit: unit.street })
  expect(codeOf(asked({}, post('clerk', unit.otherStreet)).request)).toBe('appealIsOwn')
  expect(codeOf(asked({ lead: null }, desk).request)).toBe('appealIsOwn')
})

test('an appeal is asked about once while it is asked or left out', () => {
  const told = asked()
  const again = (moment: string) =>
    codeOf(
      told.begin('exclusion-request', 'request', [
        handler,
        moment,
        { appeal: told.appeal, ...given },
      ]),
    )
  expect(again('08-10 10:00')).toBe('claimTaken')
  told.asks(told.id, 'accept', [reviewer, '08-10 11:00', opinion])
  expect(again('08-10 12:00')).toBe('claimTaken')
  told.asks(told.id, 'revoke', [reviewer, '08-10 13:00', { reason: '案号有误，撤销' }])
  expect(again('08-10 14:00')).toBeUndefined()
})

test('another person of another unit decides, not of the handling unit’s line either', () => {
  const person = 'same'
  const told = asked({}, post('clerk', unit.street, person))
  const decides = (id: string, by: Actor) => [
    told.asks(id, 'accept', [by, '08-10 10:00', opinion]),
    told.asks(id, 'refuse', [by, '08-10 10:00', opinion]),
  ]
  const same = post('supervisor', unit.supervision, person)
  expect(decides(told.id, same)).toEqual(['decidedByAnother', 'decidedByAnother'])
  const ofItself = asked({ lead: unit.supervision }, desk)
  const city = post('supervisor', unit.citySupervision)
  const tries = (one: typeof ofItself, by: Actor) =>
    one.asks(one.id, 'accept', [by, '08-10 10:00', opinion])
  expect(tries(ofItself, reviewer)).toBe('decidedElsewhere')
  expect(tries(ofItself, city)).toBeUndefined()
  const bySupervision = asked(
    { desk: unit.supervision },
    post('clerk', unit.supervision, 'another'),
  )
  expect(tries(bySupervision, reviewer)).toBe('decidedElsewhere')
  expect(bySupervision.asks(bySupervision.id, 'refuse', [reviewer, '08-10 10:00', opinion])).toBe(
    'decidedElsewhere',
  )
})

test('what is accepted leaves the rates, and both rates stand in the decision', () => {
  const told = asked()
  expect(told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])).toBeUndefined()
  expect(told.played.record(told.appeal)?.fields['exclusion']).toBe(told.id)
  expect(told.fields()).toMatchObject({
    baseBefore: 10,
    baseAfter: 9,
    respondedBefore: 90,
    respondedAfter: 88.9,
    solvedBefore: 80,
    solvedAfter: 88.9,
    decidedAt: at('08-11 10:00'),
  })
  const where = { area: town.street, unit: unit.street, from: '2026-08-01', to: '2026-08-31' }
  expect(told.figures).toEqual([
    { id: 'N13', part: 'responded', ...where },
    { id: 'N13', part: 'solved', ...where },
  ])
  expect(counts(told)).toEqual(['+asked procedure', '+excluded procedure'])
})

test('an appeal that nobody judged yet changes no rate', () => {
  const told = asked({ solved: null, responded: null })
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  expect(told.fields()).toMatchObject({
    counted: [],
    baseBefore: 10,
    baseAfter: 10,
    solvedBefore: 80,
    solvedAfter: 80,
  })
})

test('a solved appeal leaves the solved as well', () => {
  const told = asked({ solved: 'solved' })
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  expect(told.fields()).toMatchObject({ solvedBefore: 80, solvedAfter: 77.8, baseAfter: 9 })
})

test('what was left out comes back when it is revoked, by somebody who might have decided', () => {
  const told = asked({}, post('clerk', unit.street, 'same'))
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  const revokes = (by: Actor) =>
    told.asks(told.id, 'revoke', [by, '08-12 10:00', { reason: '案号有误，撤销' }])
  expect(revokes(post('supervisor', unit.supervision, 'same'))).toBe('decidedByAnother')
  expect(revokes(reviewer)).toBeUndefined()
  expect(told.played.record(told.appeal)?.fields['exclusion']).toBeUndefined()
  expect(counts(told)).toEqual([
    '+asked procedure',
    '+excluded procedure',
    '+revoked procedure',
    '-excluded procedure',
  ])
})

test('a unit near the handling one revokes nothing', () => {
  const told = asked({ lead: unit.supervision }, desk)
  told.asks(told.id, 'accept', [post('supervisor', unit.citySupervision), '08-11 10:00', opinion])
  expect(
    told.asks(told.id, 'revoke', [reviewer, '08-12 10:00', { reason: '案号有误，撤销' }]),
  ).toBe('decidedElsewhere')
})

test('what is refused or withdrawn changes nothing of the appeal', () => {
  const refused = asked()
  refused.asks(refused.id, 'refuse', [reviewer, '08-11 10:00', opinion])
  expect(refused.played.record(refused.appeal)?.fields['exclusion']).toBeUndefined()
  expect(refused.fields()['decidedAt']).toBe(at('08-11 10:00'))
  const withdrawn = asked()
  withdrawn.asks(withdrawn.id, 'withdraw', [handler, '08-11 10:00', {}])
  expect(withdrawn.played.record(withdrawn.id)?.state).toBe('withdrawn')
})

test('a decision that takes more than five working days is told', () => {
  const { played, id } = asked()
  const due = played.record(id)?.clocks['decide']?.stages[0]?.due ?? 0
  expect(due).toBe(at('08-17 17:00'))
  expect(played.until(due - 1).map(({ event }) => event.type)).toEqual([])
  expect(played.until(due).map(({ event }) => event.type)).toEqual(['ExclusionRanLate'])
})

test('who is told of what', () => {
  expect(tellings(exclusionRequest)).toEqual([
    'request reviewer',
    'accept applicant unit',
    'refuse applicant unit',
    'withdraw reviewer',
    'noteLate reviewer',
    'revoke applicant unit',
  ])
})

const inside = everyone.filter((who) => who !== 'public' && who !== 'link')

test('everybody on the platform reads what is left out, except whom the appeal complains of', () => {
  const { world, played, id } = asked()
  const record = played.record(id)
  if (record === undefined) throw new Error('the request is there')
  expect(seers(exclusionRequest, world, record)).toEqual(inside)
  const about = asked({ complained: unit.otherStreet })
  const own = about.played.record(about.id)
  if (own === undefined) throw new Error('the request is there')
  expect(seers(exclusionRequest, world, own)).toEqual(
    inside.filter((who) => !who.startsWith('otherStreet ')),
  )
})

test('any handler may ask, the applicant withdraws, supervision decides', () => {
  const told = asked()
  const may = () => {
    const record = told.played.record(told.id)
    return record === undefined ? {} : askers(exclusionRequest, told.world, record)
  }
  const asking = starters(exclusionRequest, told.world, town.district)['request'] ?? []
  expect(asking).toHaveLength(inside.length)
  expect(asking[0]).toBe('hotline dispatcher clerk head worker')
  const reviewers = of(['citySupervision', 'supervision'], ['head', 'supervisor'])
  expect(may()).toEqual({
    accept: reviewers,
    refuse: reviewers,
    withdraw: of(['street'], ['dispatcher', 'clerk', 'head', 'worker']),
  })
  told.asks(told.id, 'accept', [reviewer, '08-11 10:00', opinion])
  expect(may()).toEqual({ revoke: reviewers })
})
