import { expect, test } from 'vitest'
import { ballotLines, tallyInput } from '../../../kernel/ballot.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { standingOf } from '../../../kernel/standing.ts'
import { post, unit } from '../../../kernel/testing.ts'
import {
  cityOrganisation,
  leader,
  organisation,
  organiser,
  otherStreet,
  secretary,
  street,
} from '../testing/reviewing.ts'
import { ballot } from './ballot.ts'
import { appraisalMeeting } from './kind.ts'
import { holding, of, said } from './testing.ts'

test('the sheet asks about every report of the meeting and none that was struck off', () => {
  const { told, id } = holding()
  const keys = () => ballotLines(ballot, told.record(id), String).map(({ key }) => key)
  expect(keys()).toEqual([`report:${unit.street}`, `report:${unit.otherStreet}`])
  of(unit.street, { told, id }).reports('08-10 09:01')
  expect(keys()).toHaveLength(2)
  const asks = of(unit.otherStreet, { told, id }).asks
  expect(asks('strikeOff', '08-10 09:30', { reason: '抽调外出' })).toBeUndefined()
  expect(keys()).toEqual([`report:${unit.street}`])
})

test('the record knows how many slips went out and came back, and goes on as it was', () => {
  const { told, id } = holding()
  told.does(id, 'setVoters', [organiser, '08-10 09:01', { voters: 40 }])
  const totals = [{ line: `report:${unit.street}`, choices: ['good', 'fair'], count: 36 }]
  const input = tallyInput(totals, { cast: 36, handed: 38 })
  told.does(id, 'noteTally', [{ by: 'effect', of: id }, '08-10 10:00', input])
  const { state, fields } = told.record(id)
  expect([state, fields['voters'], fields['handed'], fields['cast']]).toEqual([
    'holding',
    40,
    38,
    36,
  ])
  expect(fields['tally']).toEqual([`report:${unit.street}=good+fair=36`])
  expect(appraisalMeeting.fields.tally.seenBy, 'nobody reads the totals here').toEqual([])
})

test('a vote that is counted after the meeting broke up, or after its minutes, is not lost', () => {
  for (const minuted of [false, true]) {
    const here = holding({}, [unit.street])
    of(unit.street, here).reports('08-10 09:05')
    of(unit.street, here).asks('comment', '08-10 09:20', said)
    here.told.does(here.id, 'finish', [organiser, '08-10 11:00'])
    if (minuted)
      here.told.does(here.id, 'close', [organiser, '08-10 11:10', { minutes: '逐一述职、点评' }])
    const totals = [{ line: `report:${unit.street}`, choices: ['good'], count: 36 }]
    const input = tallyInput(totals, { cast: 36, handed: 38 })
    here.told.does(here.id, 'noteTally', [{ by: 'effect', of: here.id }, '08-10 11:30', input])
    const { state, fields } = here.told.record(here.id)
    expect([state, fields['handed'], fields['cast']]).toEqual([
      minuted ? 'closed' : 'minuting',
      38,
      36,
    ])
  }
  expect(ballot).toMatchObject({ opens: ['holding'], counts: ['minuting', 'closed'] })
})

test('nobody writes a count in by hand', () => {
  const { told, id } = holding()
  const input = tallyInput([], { cast: 9, handed: 9 })
  expect(told.refused(id, 'noteTally', [organiser, '08-10 10:00', input])).toBe('notAllowed')
})

test('who decides for the committee and who answers for its office hold the vote and read its totals', () => {
  const { told, id } = holding()
  const stands = (names: readonly string[]) => (actor: Actor) => {
    const standing = standingOf(appraisalMeeting, {
      world: told.world,
      record: told.record(id),
      actor,
    })
    return names.some((name) => standing.has(name))
  }
  const trusted = [
    secretary,
    leader,
    organisation,
    post('leader', unit.organisation),
    post('secretary', unit.organisation),
  ]
  const others = [
    organiser,
    post('clerk', unit.committee),
    post('head', unit.committee),
    street,
    otherStreet,
    cityOrganisation,
  ]
  for (const names of [ballot.by, ballot.reads]) {
    expect(trusted.filter(stands(names))).toEqual(trusted)
    expect(others.filter(stands(names))).toEqual([])
  }
})
