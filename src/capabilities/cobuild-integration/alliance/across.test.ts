import { describe, expect, test } from 'vitest'
import { directoryOf } from '../../../kernel/directory.ts'
import { at, post, unit } from '../../../kernel/testing.ts'
import { askers, of } from '../../street-mandate/testing/access-table.ts'
import { allianceMatter } from '../alliance-matter/kind.ts'
import { signing, working } from '../testing/roles.ts'
import { alliance } from './kind.ts'
import { host, inviting, other, runningAcross, street } from '../testing/two-cities.ts'

const matter = { matter: '界河夜钓占道', matterSort: 'boundary', dueOn: '2026-09-01' }

describe('an alliance across two cities', () => {
  test('R057 it is founded only when a unit of the other city has really joined', () => {
    const { here, there, carry, id, refused } = inviting()
    const founds = () => {
      const told = here.does(id, 'found', [street])
      return told.ok ? undefined : told.refused
    }
    expect(there.rehearsal.record(id)).toMatchObject({
      state: 'asked',
      title: '界河毗邻党建联盟',
      fields: { lead: unit.cityCommittee, withCity: '1', ledThere: true, sort: 'neighbour' },
    })
    expect(founds()).toBe('spansAreas')
    there.does(id, 'invite', [host, { units: [unit.otherStreet, unit.bureau] }])
    expect(there.does(id, `member/${unit.otherStreet}/join`, [other])).toMatchObject({ ok: true })
    expect(there.state(id)).toBe('awaiting')
    expect(founds(), 'what is still on its way is not here').toBe('spansAreas')
    carry()
    expect(here.rehearsal.record(id)?.fields).toMatchObject({ others: 1 })
    expect(founds()).toBeUndefined()
    expect(here.rehearsal.record(id)?.fields['linked']).toBe('linked')
    carry()
    expect([here.state(id), there.state(id), refused]).toEqual(['active', 'active', []])
  })

  test('of a city without the platform the record says so', () => {
    const { here } = inviting()
    const place = { city: 1, district: 11, street: 111 }
    const data = {
      title: '另一条界河联盟',
      sort: 'neighbour',
      charter: '共治',
      otherCity: '临江市',
    }
    const when = at('08-10 10:00')
    const line = { kind: 'alliance', command: 'prepare', actor: street, at: when, place, data }
    const begun = here.rehearsal.ask(line)
    const id = begun.ok ? begun.record.id : ''
    here.does(id, 'found', [street])
    expect(here.rehearsal.record(id)).toMatchObject({
      state: 'active',
      fields: { linked: 'unlinked' },
    })
  })

  test('the other city may refuse, and then it is not founded', () => {
    const { here, there, carry, id } = inviting()
    there.does(id, 'refuse', [host, { reason: '今年不参加' }])
    carry()
    expect(there.state(id)).toBe('ended')
    expect(here.rehearsal.record(id)?.fields['others']).toBe(0)
    expect(here.does(id, 'found', [street])).toMatchObject({ refused: 'spansAreas' })
    expect(here.does(id, 'inviteCity', [street, { withCity: '3' }])).toMatchObject({
      refused: 'noCityYet',
    })
    here.does(id, 'dissolve', [street, { reason: '对方不参加' }])
    carry()
    expect(there.state(id), 'an end takes what comes late').toBe('ended')
  })

  test('only alliances of neighbours invite a city', () => {
    const { here } = inviting()
    const place = { city: 1, district: 11, street: 111 }
    const data = { title: '街心花园党建联盟', sort: 'hub', charter: '共治' }
    const when = at('08-10 10:00')
    const line = { kind: 'alliance', command: 'prepare', actor: street, at: when, place, data }
    const begun = here.rehearsal.ask(line)
    const id = begun.ok ? begun.record.id : ''
    expect(here.does(id, 'inviteCity', [street, { withCity: '2' }])).toMatchObject({
      refused: 'isNeighbours',
    })
  })

  test('joining, leaving and dissolving are told across; who hosts does not dissolve', () => {
    const { here, there, carry, id, refused } = runningAcross()
    expect(there.does(id, 'dissolve', [host, { reason: '合并' }])).toMatchObject({
      refused: 'ledHere',
    })
    there.does(id, `member/${unit.otherStreet}/leave`, [other])
    carry()
    expect(here.rehearsal.record(id)?.fields['others']).toBe(0)
    here.does(id, 'dissolve', [street, { reason: '合并' }])
    carry()
    expect([here.state(id), there.state(id), refused]).toEqual(['ended', 'ended', []])
  })

  test('the city committee that was invited gathers its side or refuses, in twenty working days', () => {
    const { there, carry, id } = inviting()
    const may = () => {
      const record = there.rehearsal.record(id)
      return record && askers(alliance, there.world, record)
    }
    const lead = of(['cityCommittee'], signing)
    expect(may()).toEqual({ invite: lead, refuse: lead })
    there.does(id, 'invite', [host, { units: [unit.otherStreet] }])
    there.does(id, `member/${unit.otherStreet}/join`, [other])
    const back = of(['otherStreet'], signing)
    const leave = `member/${unit.otherStreet}/leave`
    expect(may()).toEqual({ invite: lead, [leave]: back })
    carry()
    const silent = inviting()
    const until = (moment: string) =>
      silent.there.rehearsal.until(at(moment)).map(({ event }) => event.type)
    expect(until('08-31 09:00')).toEqual([])
    expect(until('08-31 17:00')).toEqual(['NeighbourCityAnswersLate'])
  })

  test('a city without a committee on its platform receives nothing', () => {
    const { there } = inviting()
    const { directory } = there.world
    const units = [...directory.units.values()].filter(({ id }) => id !== unit.cityCommittee)
    const without = directoryOf([...directory.areas.values()], units)
    there.rehearsal.setWorld({ ...there.world, directory: without })
    const actor = { by: 'courier', city: 1 } as const
    const line = { kind: 'alliance', command: 'receive', actor, place: { city: 1 }, id: 'a-9' }
    const data = { title: '另一个毗邻联盟', charter: '共治' }
    const told = there.rehearsal.ask({ ...line, at: at('08-05 09:00'), data })
    expect(told).toMatchObject({ refused: 'hasHost' })
  })

  test('no other city than the one it is shared with can ask anything of it', () => {
    const { there, id } = runningAcross()
    const stranger = { by: 'courier', city: 3 } as const
    const when = at('08-11 10:00')
    const ends = {
      kind: 'alliance',
      command: 'endsThere',
      record: id,
      at: when,
      data: { reason: '假' },
    }
    expect(there.rehearsal.ask({ ...ends, actor: stranger })).toMatchObject({
      refused: 'notVisible',
    })
    expect(there.state(id)).toBe('active')
  })
})

describe('a matter across two cities', () => {
  function raised() {
    const told = runningAcross()
    const { here, carry, id } = told
    const asked = here.does(id, 'raise', [street, matter])
    const own = asked.ok
      ? asked.steps.find(({ after }) => after.kind === 'alliance-matter')
      : undefined
    carry()
    return { ...told, matterId: own?.after.id ?? '' }
  }

  test('it stands in both, each side reports at home, and who raised it closes it', () => {
    const { here, there, carry, matterId: id, refused } = raised()
    expect(there.rehearsal.record(id)).toMatchObject({
      state: 'shared',
      title: matter.matter,
      fields: { raiser: unit.cityCommittee, units: [unit.otherStreet], raisedThere: true },
    })
    here.does(id, `side/${unit.street}/report`, [street, { words: '已设标识' }])
    const closes = () => here.does(id, 'conclude', [street, { outcome: '分段值守' }])
    expect(closes()).toMatchObject({ refused: 'allSidesDone' })
    there.does(id, `side/${unit.otherStreet}/report`, [other, { words: '已巡查' }])
    expect(there.state(id)).toBe('reported')
    expect(closes()).toMatchObject({ refused: 'allSidesDone' })
    carry()
    expect(closes()).toMatchObject({ ok: true })
    carry()
    expect([here.state(id), there.state(id), refused]).toEqual(['closed', 'closed', []])
  })

  test('who answers for it here gives it to units, and its sides report', () => {
    const { there, matterId } = raised()
    const record = there.rehearsal.record(matterId)
    expect(record && askers(allianceMatter, there.world, record)).toEqual({
      giveTo: of(['cityCommittee'], signing),
      [`side/${unit.otherStreet}/report`]: of(['otherStreet'], working),
    })
  })

  test('withdrawn where it was raised, it is withdrawn in both', () => {
    const { here, there, carry, matterId: id, refused } = raised()
    here.does(id, 'withdraw', [street, { reason: '已自行解决' }])
    there.does(id, `side/${unit.otherStreet}/report`, [other, { words: '已巡查' }])
    carry()
    expect([here.state(id), there.state(id), refused]).toEqual(['withdrawn', 'withdrawn', []])
  })

  test('raised in the other city, it stands here with lead and members as sides', () => {
    const { here, there, carry, id } = runningAcross()
    const asked = there.does(id, 'raise', [other, matter])
    expect(asked).toMatchObject({ ok: true })
    carry()
    const own = asked.ok ? asked.steps.at(-1)?.after.id : undefined
    expect(here.rehearsal.record(own ?? '')).toMatchObject({
      state: 'shared',
      fields: { raiser: unit.street, units: [unit.street] },
    })
  })

  test('a side that leaves is waited for no more, in neither city', () => {
    const { here, there, carry, id, matterId } = raised()
    there.does(id, `member/${unit.otherStreet}/leave`, [other])
    carry()
    expect(there.state(matterId)).toBe('reported')
    expect(here.rehearsal.record(matterId)?.fields['othersPending']).toBe(0)
  })

  test('where no unit is a member any more, the host gives it to one', () => {
    const { here, there, carry, id } = runningAcross()
    there.does(id, `member/${unit.otherStreet}/leave`, [other])
    carry()
    const asked = here.does(id, 'raise', [street, matter])
    carry()
    const own = (asked.ok ? asked.steps.at(-1)?.after.id : undefined) ?? ''
    expect(there.state(own)).toBe('shared')
    const gives = () => there.does(own, 'giveTo', [host, { units: [unit.bureau] }])
    expect(gives()).toMatchObject({ ok: true })
    expect(gives()).toMatchObject({ refused: 'noSideYet' })
    there.does(own, `side/${unit.bureau}/report`, [post('head', unit.bureau), { words: '好了' }])
    expect(there.state(own)).toBe('reported')
  })

  test('without an alliance that runs across, nothing is begun here', () => {
    const brings = ({ there }: ReturnType<typeof inviting>, of: string, city = 1) =>
      there.rehearsal.ask({
        kind: 'alliance-matter',
        command: 'receive',
        actor: { by: 'courier', city },
        at: at('08-11 09:00'),
        place: { city: 1 },
        id: 'm-1',
        data: { title: '没有的事', alliance: of, sort: 'study', dueOn: '2026-09-01' },
      })
    const [asked, runs] = [inviting(), runningAcross()]
    expect(brings(asked, asked.id), 'not yet').toMatchObject({ refused: 'allianceRuns' })
    expect(brings(runs, 'none')).toMatchObject({ refused: 'allianceRuns' })
    expect(brings(runs, runs.id, 3), 'of another city').toMatchObject({ refused: 'allianceRuns' })
    expect(brings(runs, runs.id)).toMatchObject({ ok: true })
  })
})
