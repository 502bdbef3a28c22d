import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { signing, working } from '../testing/roles.ts'
import { crossPost } from './kind.ts'

const kind = 'cross-post'
const bureau = post('clerk', unit.bureau)
const street = post('head', unit.street)
const organisation = post('head', unit.organisation)
const asked = {
  person: '某乙',
  homePost: '执法科科长',
  host: unit.street,
  hostPost: '党工委兼职副书记',
  from: '2026-08-10',
  until: '2026-10-09',
}

function proposed(data: Data = {}) {
  const told = tell([crossPost])
  const why = told.tries(`${kind}/propose`, town.district, [
    bureau,
    '08-03 09:00',
    { ...asked, ...data },
  ])
  return { ...told, why, id: told.all(kind)[0]?.id ?? '' }
}

test('the declaration is sound', () => {
  expect(problemsIn(crossPost)).toEqual([])
  expect(limitsOf(crossPost)).toEqual({ 'crossPost.answer': '10 working-day' })
})

test('R128 a cross post names two posts in two organisations, with its dates', () => {
  expect(proposed({ host: unit.bureau }).why).toBe('twoOrganisations')
  expect(proposed({ until: '2026-08-10' }).why).toBe('datesRunForward')
  const told = proposed()
  expect(told.record(told.id)).toMatchObject({
    place: { street: town.street },
    fields: {
      home: unit.bureau,
      homePost: expect.anything(),
      host: unit.street,
      hostPost: expect.anything(),
      person: expect.anything(),
      from: '2026-08-10',
      until: '2026-10-09',
    },
  })
})

test('the other organisation agrees, the organisation department approves, a term ends', () => {
  const told = proposed()
  expect(told.until('08-17 17:00')).toEqual(['CrossPostAgreeRanLate'])
  told.does(told.id, 'agree', [street, '08-18 09:00'])
  expect(told.until('09-01 17:00')).toEqual(['CrossPostApproveRanLate'])
  told.does(told.id, 'approve', [organisation, '09-02 09:00'])
  expect(told.counted(kind)).toEqual({ serving: 1 })
  expect(told.until('10-09 17:00')).toEqual(['CrossPostTermOver'])
  told.does(told.id, 'finish', [street, '10-10 09:00', { result: '推动联合执法' }])
  expect(told.state(told.id)).toBe('finished')
})

test('either may say no', () => {
  const declined = proposed()
  declined.does(declined.id, 'decline', [street, '08-04 09:00', { reason: '岗位已满' }])
  expect(declined.state(declined.id)).toBe('refused')
  const rejected = proposed()
  rejected.does(rejected.id, 'agree', [street, '08-04 09:00'])
  rejected.does(rejected.id, 'reject', [organisation, '08-05 09:00', { reason: '不符合回避规定' }])
  expect(rejected.state(rejected.id)).toBe('refused')
})

test('each step is asked by those who answer for it', () => {
  const told = proposed()
  const { world, id } = told
  const host = of(['street'], signing)
  const approves = of(['organisation'], ['clerk', 'head', 'leader', 'secretary'])
  expect(starters(crossPost, world, town.street)).toEqual({
    propose: everyone.flatMap((line) =>
      line.includes(' ') ? of([line.split(' ')[0] ?? ''], working) : [],
    ),
  })
  const may = () => askers(crossPost, world, told.record(id))
  expect(may()).toEqual({ agree: host, decline: host })
  told.does(id, 'agree', [street, '08-04 09:00'])
  expect(may()).toEqual({ approve: approves, reject: approves })
  told.does(id, 'approve', [organisation, '08-05 09:00'])
  expect(may()).toEqual({ finish: host })
  expect(seers(crossPost, world, told.record(id))).toEqual(
    of(
      ['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation', 'street'],
      working,
    ),
  )
})
