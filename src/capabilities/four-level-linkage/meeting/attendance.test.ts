import { describe, expect, test } from 'vitest'
import { unit } from '../../../kernel/testing.ts'
import { community, notified, street } from './testing.ts'

const present = `member/${unit.community}/attend`

describe('attendance', () => {
  test('each unit answers for itself, the recorder taps for any, until the meeting is closed', () => {
    const { told, id } = notified()
    const own = `member/${unit.community}`
    const party = () => told.city.record(id)?.parties.find((one) => one.unit === unit.community)
    told.step(id, `${own}/excuse`, [community, '08-04 10:00', { excuse: '外出培训' }])
    expect(party()?.state).toBe('excused')
    told.step(id, `${own}/depute`, [community, '08-05 10:00', { deputy: '副书记' }])
    expect(party()).toMatchObject({ state: 'deputed' })
    expect(party()?.fields['deputy']).toBeDefined()
    told.step(id, 'open', [street, '08-10 09:00'])
    told.step(id, `${own}/attend`, [street, '08-10 09:01'])
    expect(party()?.state).toBe('attending')
    const other = `member/${unit.bureau}/attend`
    expect(told.refused(id, other, [community, '08-10 09:02'])).toBe('notAllowed')
    told.step(id, 'finish', [street, '08-10 11:00'])
    told.step(id, other, [street, '08-10 11:10'])
    told.step(id, 'writeMinutes', [street, '08-10 14:00', { minutes: '纪要' }])
    told.step(id, 'close', [street, '08-10 15:00'])
    for (const command of ['attend', 'excuse', 'depute'])
      expect(told.refused(id, `${own}/${command}`, [street, '08-10 16:00'])).toBe('isNotOver')
  })

  test('who does not answer in two working days is shown as silent and may still come', () => {
    const { told, id } = notified()
    expect(told.until('08-06 16:59', id)).toEqual([])
    expect(told.until('08-06 17:00', id)).toEqual(['MemberSilent', 'MemberSilent'])
    told.step(id, present, [community, '08-07 09:00'])
  })
})
